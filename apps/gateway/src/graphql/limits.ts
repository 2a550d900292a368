import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { GraphQLError, type GraphQLSchema, type DocumentNode, type ValidationRule } from 'graphql';
import { type ComplexityEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity';
import type { GatewaySettings } from '../settings';

/** Mutations of one request; each of them may start work on the whole library. */
const MOST_MUTATIONS = 20;
/** Lists that come whole, by the number of items that is reckoned with. */
const LENGTHS: Readonly<Record<string, number>> = {
  'Photo.faces': 20,
  'Face.landmarks': 5,
  'Person.appearances': 20,
  // No list, but counted anew.
  'Query.waitingStatements': 100,
};

/** The validation rule that refuses queries that nest too deep. */
export function depthRule({ queryDepth }: Pick<GatewaySettings, 'queryDepth'>): ValidationRule {
  return (context) =>
    maxDepthRule({
      n: queryDepth,
      ignoreIntrospection: true,
      flattenFragments: true,
      propagateOnRejection: false,
      onReject: [
        () =>
          context.reportError(
            refusal(
              `The query nests too deep; at most ${queryDepth} levels are answered.`,
              'Ask in several queries.',
            ),
          ),
      ],
    })(context as never);
}

/** @throws GraphQLError when a query may ask for more than the settings allow. */
export function refuseCostly(
  schema: GraphQLSchema,
  query: DocumentNode,
  variables: Record<string, unknown> | undefined,
  { queryCost }: Pick<GatewaySettings, 'queryCost'>,
): void {
  const count = (...estimators: ComplexityEstimator[]) => {
    try {
      return getComplexity({ schema, query, variables, estimators });
    } catch (error) {
      throw refusal((error as Error).message, undefined);
    }
  };
  const mutations = count(({ type, childComplexity }) =>
    type === schema.getMutationType() ? 1 : childComplexity,
  );
  if (mutations > MOST_MUTATIONS) {
    throw refusal(`At most ${MOST_MUTATIONS} mutations are done at once.`, 'Send them one after the other.');
  }
  const cost = count(listEstimator, simpleEstimator({ defaultComplexity: 1 }));
  if (cost <= queryCost) return;
  throw refusal(
    `The query may ask for ${cost} objects; at most ${queryCost} are answered.`,
    'Ask for smaller pages or fewer nested lists.',
  );
}

/** A list costs its length times what each item costs: a page as long as it is asked for, a result for each id. */
const listEstimator: ComplexityEstimator = ({ args, type, field, childComplexity }) => {
  const ids = Object.values(args).reduce(
    (sum: number, value: unknown) => sum + (Array.isArray(value) ? value.length : 0),
    0,
  );
  const length =
    typeof args['first'] === 'number' ? args['first'] : (LENGTHS[`${type.name}.${field.name}`] ?? ids);
  return length > 0 ? 1 + length * Math.max(1, childComplexity) : undefined;
};

/** What a query is refused with before it runs. */
export function refusal(message: string, hint: string | undefined): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'ARGUMENT_INVALID', hint, http: { status: 400 } } });
}
