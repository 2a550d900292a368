import type { api } from '@kindred/contracts';
import type { GraphContext } from './context';

/** Mutations of one request come one after the other: what was read for the ones before may not hold any more. */
export function readingAfresh(
  resolvers: api.MutationResolvers<GraphContext>,
): api.MutationResolvers<GraphContext> {
  const wrapped = Object.entries(resolvers).map(([name, resolve]) => [
    name,
    async (parent: unknown, given: unknown, context: GraphContext, info: unknown) => {
      const answer: unknown = await (resolve as (...given: unknown[]) => unknown)(
        parent,
        given,
        context,
        info,
      );
      for (const loader of [context.faces, context.people, context.photos]) loader.clearAll();
      return answer;
    },
  ]);
  return Object.fromEntries(wrapped) as api.MutationResolvers<GraphContext>;
}
