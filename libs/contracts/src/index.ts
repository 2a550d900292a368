export * as api from './graphql/generated/resolvers';
export { graphqlSchema } from './graphql/schema';
