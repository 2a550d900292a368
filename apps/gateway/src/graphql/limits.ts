import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { GraphQLError, type GraphQLSchema, type DocumentNode } from 'graphql';
import { type ComplexityEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity';
import type { GatewaySettings } from '../settings';

/** A list costs its page size times what each item costs. */
const pageEstimator: ComplexityEstimator = ({ args, childComplexity }) =>
  typeof args['first'] === 'number'
    ? 1 + Math.max(1, args['first']) * Math.max(1, childComplexity)
    : undefined;

/** The validation rule that refuses queries that nest too deep. */
export function depthRule({ queryDepth }: Pick<GatewaySettings, 'queryDepth'>) {
  return maxDepthRule({ n: queryDepth, exposeLimits: true, ignoreIntrospection: true });
}

/** @throws GraphQLError when a query may ask for more objects than the settings allow. */
export function refuseCostly(
  schema: GraphQLSchema,
  query: DocumentNode,
  variables: Record<string, unknown> | undefined,
  { queryCost }: Pick<GatewaySettings, 'queryCost'>,
): void {
  const cost = getComplexity({
    schema,
    query,
    variables,
    estimators: [pageEstimator, simpleEstimator({ defaultComplexity: 1 })],
  });
  if (cost <= queryCost) return;
  throw new GraphQLError(`The query may ask for ${cost} objects; at most ${queryCost} are answered.`, {
    extensions: { code: 'ARGUMENT_INVALID', hint: 'Ask for smaller pages or fewer nested lists.' },
  });
}
