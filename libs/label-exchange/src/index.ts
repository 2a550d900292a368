export { type ReadLine, readStatements } from './statements/read-statements';
export type {
  CoverStatement,
  DecisionStatement,
  DifferenceStatement,
  FacePlace,
  PersonStatement,
  PhotoStatement,
  Statement,
} from './statements/statement';
export { writeStatements } from './statements/write-statements';
export { type NamedRegion, type StoredImage, uprightBox } from './regions/named-region';
export { peopleOfTakeout } from './regions/takeout';
export { regionsOfXmp } from './regions/xmp-regions';
export { type NamedFaceBox, withNamedFaces } from './regions/write-regions';
