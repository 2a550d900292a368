export * as api from './graphql/generated/resolvers';
export { graphqlSchema } from './graphql/schema';
export * from './events/envelope';
export * from './events/payloads';
export * from './events/streams';
