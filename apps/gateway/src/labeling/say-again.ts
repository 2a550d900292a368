import {
  type Decision,
  type FaceId,
  type Failure,
  type HumanView,
  humanViewOf,
  isFaceId,
  type LoggedDecision,
  NOTHING_SAID,
  type PersonId,
} from '@kindred/domain';
import type { Ports } from '@kindred/platform';

/** The word of which place in the log is to hold for a face, if its last word is still the one at `now`. */
export interface SaidAt {
  readonly faceId: string;
  readonly now: number;
  readonly asAt: number;
}

/** What of a decision is said, apart from who says it when about which face. */
export type Statement = Decision extends infer One
  ? One extends { readonly kind: 'assign' | 'reject' | 'unassign' }
    ? Omit<One, 'id' | 'face' | 'photo' | 'actor' | 'at'>
    : never
  : never;

/** What is to be said about a face so that an earlier word holds again, or why it cannot be. */
export type Restatement =
  | { readonly statements: readonly Statement[]; readonly failure: null }
  | { readonly statements: null; readonly failure: Failure };

const GONE: Failure = {
  code: 'NOT_FOUND',
  message: 'The person that this face belonged to is gone.',
  hint: 'Label the face anew.',
};
const SAID_SINCE: Failure = {
  code: 'CONFLICT',
  message: 'Something else was said about this face meanwhile.',
  hint: 'Look at the face again.',
};

/** What to say about each of these faces, by id; malformed ids are left out. */
export async function restatementsOf(
  { labels, people }: Pick<Ports, 'labels' | 'people'>,
  wanted: readonly SaidAt[],
): Promise<ReadonlyMap<FaceId, Restatement>> {
  const asked = wanted.filter(({ faceId }) => isFaceId(faceId));
  const log = await labels.ofFaces(asked.map(({ faceId }) => faceId as FaceId));
  const mentioned = [...log.values()].flat().flatMap((said) => ('person' in said ? [said.person] : []));
  const resolved = await people.resolve([...new Set(mentioned)]);
  const present = new Set((await people.getMany([...new Set(resolved.values())])).map(({ id }) => id));
  const viewOf = (decisions: readonly LoggedDecision[]) =>
    decisions.length === 0 ? NOTHING_SAID : humanViewOf(decisions, (id) => resolved.get(id) ?? id);
  return new Map(
    asked.map(({ faceId, now, asAt }): [FaceId, Restatement] => {
      const decisions = log.get(faceId as FaceId) ?? [];
      const current = viewOf(decisions);
      if (current.through !== now) return [faceId as FaceId, { statements: null, failure: SAID_SINCE }];
      const former = viewOf(decisions.filter(({ sequence }) => sequence <= asAt));
      if (former.assigned !== null && !present.has(former.assigned))
        return [faceId as FaceId, { statements: null, failure: GONE }];
      return [faceId as FaceId, { statements: statementsToward(former, current), failure: null }];
    }),
  );
}

/** What turns one view into another: a rejection ends only by assigning that very person. */
export function statementsToward(wanted: HumanView, current: HumanView): readonly Statement[] {
  const ended = [...current.rejected].filter((person) => !wanted.rejected.has(person));
  const begun = [...wanted.rejected].filter((person) => !current.rejected.has(person));
  const assigned = ended.at(-1) ?? current.assigned;
  const named: Statement[] = [...ended, ...missing(wanted.assigned, assigned)].map((person) => ({
    kind: 'assign',
    person,
  }));
  const released: Statement[] = wanted.assigned === null && assigned !== null ? [{ kind: 'unassign' }] : [];
  return [...named, ...released, ...begun.map((person): Statement => ({ kind: 'reject', person }))];
}

const missing = (wanted: PersonId | null, assigned: PersonId | null): PersonId[] =>
  wanted === null || wanted === assigned ? [] : [wanted];
