import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The GraphQL schema as text: the contract between the gateway and everybody who talks to it. */
export const graphqlSchema: string = readFileSync(join(__dirname, 'schema.graphql'), 'utf8');
