export { Connection, type Value } from './connection';
export { translateDatabaseError, violates } from './errors';
export { migrate, type Schema } from './migrate';
