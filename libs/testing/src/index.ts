export * from './builders/a-decision';
export * from './builders/an-action';
export * from './builders/a-face';
export * from './builders/a-job';
export * from './builders/a-person';
export * from './builders/a-photo';
export * from './builders/a-unit-vector';
export * from './builders/ids';
export * from './builders/random';
export { findBrowser } from './browser/find-browser';
export { InMemoryEventBus, type InMemoryEventBusOptions } from './bus/in-memory-event-bus';
export { SettableClock } from './clock/settable-clock';
export { vectorIndexContract, type VectorIndexPlace } from './vector-index/vector-index-contract';
export { type Open, type Opened } from './contract';
export { eventBusContract } from './event-bus/event-bus-contract';
export { Gate, Listener } from './event-bus/listener';
export { type JoinLease, leaseContract } from './lease/lease-contract';
export { eventually } from './eventually';
export { natsServerForTests, startTestNats, type TestNats } from './nats/start-test-nats';
export { startTestNatsCluster, type TestNatsCluster } from './nats/start-test-nats-cluster';
export type { LibraryStores } from './library/library-stores';
export { photoStoreContract } from './photo-store/photo-store-contract';
export { readAll } from './paging/read-all';
export { faceStoreContract } from './face-store/face-store-contract';
export { preferencesContract } from './preferences/preferences-contract';
export { InMemoryPreferences } from './preferences/in-memory-preferences';
export { samePersonQuestionsContract } from './same-person-questions/same-person-questions-contract';
export { personStoreContract } from './person-store/person-store-contract';
export { actionJournalContract } from './action-journal/action-journal-contract';
export { labelLogContract } from './label-log/label-log-contract';
export { jobStoreContract } from './job-store/job-store-contract';
export { objectStoreContract } from './object-store/object-store-contract';
export { originalsContract, type OriginalsWithObjects } from './originals/originals-contract';
export { unprivileged } from './unprivileged';
export { describeWithServer } from './servers/describe-with-server';
export { freePorts } from './servers/free-ports';
export { seaweedFs, type S3Address, s3Server } from './servers/s3-server';
export {
  givenServer,
  type RunningServer,
  seekServer,
  serverProgram,
  type SoughtServer,
} from './servers/seek-server';
export { ServerProcess, type ServerProgram } from './servers/server-process';
