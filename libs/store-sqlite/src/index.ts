export { openSqliteStores, type SqliteStores, type SqliteStoresOptions } from './open-sqlite-stores';
