export { Connection, type Value } from './connection';
export { translateDatabaseError, violates } from './errors';
export { migrate, refuseOthers, type Schema } from './migrate';
