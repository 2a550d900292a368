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
