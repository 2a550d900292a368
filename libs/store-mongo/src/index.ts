export { type MongoStores, type MongoStoresOptions, openMongoStores } from './open-mongo-stores';
