export { type Candidate, type Located, locateNatsServer, OLDEST_VERSION } from './locate';
