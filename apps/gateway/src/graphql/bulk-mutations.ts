import type { api } from '@kindred/contracts';
import type { Ports } from '@kindred/platform';
import type { BulkLabeling, BulkOutcome } from '../bulk/bulk-labeling.use-case';
import type { GraphContext } from './context';

/** What can be said of all faces that match a filter. */
export function bulkMutations(ports: Ports, bulk: BulkLabeling) {
  const told = (outcome: Promise<BulkOutcome>) => toldOf(ports, outcome);
  return {
    labelAllFaces: (_, { selection, personId, name }) => told(bulk.label(selection, { personId, name })),
    confirmAllFaces: (_, { selection }) => told(bulk.confirm(selection)),
    rejectAllFaces: (_, { selection, personId }) => told(bulk.reject(selection, personId ?? null)),
    unlabelAllFaces: (_, { selection }) => told(bulk.unlabel(selection)),
    ignoreAllFaces: (_, { selection }) => told(bulk.ignore(selection)),
    stopIgnoringAllFaces: (_, { selection }) => told(bulk.stopIgnoring(selection)),
    deleteAllFaces: (_, { selection }) => told(bulk.delete(selection)),
  } satisfies api.MutationResolvers<GraphContext>;
}

/** What the API tells of what was said of many faces. */
export async function toldOf({ people }: Pick<Ports, 'people'>, outcome: Promise<BulkOutcome>) {
  const { job, faceCount, refusals, person } = await outcome;
  return {
    id: job?.id ?? null,
    job,
    faceCount,
    refusals: [...refusals],
    person: person === null ? null : await people.get(person),
  };
}
