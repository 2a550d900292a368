export { type Candidate, type Located, locateNatsServer, OLDEST_VERSION } from './locate';
export { readAddress, type ServerAddress } from './server-configuration';
export { NatsServerSupervisor, type SupervisorOptions } from './supervisor';
export { type ObtainOptions, obtainNatsServer } from './obtain';
