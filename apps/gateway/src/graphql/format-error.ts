import { KindredError, toKindredError } from '@kindred/domain';
import type { Logger } from '@kindred/platform';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Errors as clients see them: Kindred's own and those of GraphQL in words; of others only that something went wrong. */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  logger: Logger,
): GraphQLFormattedError {
  const original = error instanceof GraphQLError ? error.originalError : error;
  if (original === undefined || original === null) return formatted;
  const known = original instanceof KindredError ? original : toKindredError(original);
  if (known.code === 'INTERNAL') {
    if (original instanceof GraphQLError) return formatted;
    logger.error({ err: original }, 'graphql.failed');
    return {
      ...formatted,
      message: 'Something went wrong; the log says more.',
      extensions: { code: 'INTERNAL' },
    };
  }
  const { message, code, hint, about, count } = known;
  return {
    message,
    locations: formatted.locations,
    path: formatted.path,
    extensions: { code, hint, about, count },
  };
}
