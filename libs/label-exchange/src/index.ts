export { linesOf } from './statements/lines-of';
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
export { exportStatements, type ExportPorts } from './export-statements/export-statements';
export {
  type ImportOptions,
  type ImportPorts,
  importStatements,
} from './import-statements/import-statements.use-case';
export { WaitingStatements } from './import-statements/waiting-statements';
export {
  importFromPhotos,
  type PhotoImportOptions,
  type PhotoImportPorts,
} from './photos/import-from-photos.use-case';
export { type SidecarOptions, type SidecarPorts, writeSidecars } from './photos/write-sidecars.use-case';
