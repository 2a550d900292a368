import {
  type Box,
  type Decision,
  type FaceId,
  type Failure,
  type HumanView,
  humanViewOf,
  type LoggedDecision,
  NOTHING_SAID,
  type PersonId,
  viewsOf,
} from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import type { SpokenFace } from './checked-faces';

/** The word of which place in the log is to hold for a face, if its last word is still the one at `now`. */
export interface SaidAt {
  readonly faceId: string;
  readonly now: number;
  readonly asAt: number;
}

/** What of a decision is said, apart from who says it when about which face. */
export type Statement = Decision extends infer One
  ? One extends unknown
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

/** What to say about each of these faces, by id; ids that are not those of a face are left out. */
export async function restatementsOf(
  { labels, people }: Pick<Ports, 'labels' | 'people'>,
  wanted: readonly SaidAt[],
  faces: readonly Pick<SpokenFace, 'id' | 'box'>[],
): Promise<ReadonlyMap<FaceId, Restatement>> {
  const boxes = new Map<string, Box>(faces.map(({ id, box }) => [id, box]));
  const asked = wanted.filter(({ faceId }) => boxes.has(faceId));
  const log = await labels.ofFaces(asked.map(({ faceId }) => faceId as FaceId));
  const mentioned = [...log.values()].flat().flatMap((said) => ('person' in said ? [said.person] : []));
  const resolved = await people.resolve([...new Set(mentioned)]);
  const present = new Set((await people.getMany([...new Set(resolved.values())])).map(({ id }) => id));
  const viewOf = (decisions: readonly LoggedDecision[]) =>
    decisions.length === 0 ? NOTHING_SAID : humanViewOf(decisions, (id) => resolved.get(id) ?? id);
  return new Map(
    asked.map(({ faceId, now, asAt }): [FaceId, Restatement] => {
      const id = faceId as FaceId;
      const decisions = log.get(id) ?? [];
      const current = viewOf(decisions);
      if (current.through !== now || isAmidOthers(decisions, now, asAt))
        return [id, { statements: null, failure: SAID_SINCE }];
      const former = viewOf(decisions.filter(({ sequence }) => sequence <= asAt));
      const isGone = former.assigned !== null && !present.has(former.assigned);
      // What was ignored or deleted comes back, whoever it was.
      if (isGone && !isHidden(current)) return [id, { statements: null, failure: GONE }];
      const wantedView = isGone ? { ...former, assigned: null } : former;
      return [id, { statements: statementsToward(wantedView, current, boxes.get(id)!), failure: null }];
    }),
  );
}

/** Whether something was said in between by another action, which was on its way into the log then. */
function isAmidOthers(decisions: readonly LoggedDecision[], now: number, asAt: number): boolean {
  const own = decisions.at(-1)?.action;
  return decisions.some(({ sequence, action }) => sequence > asAt && sequence < now && action !== own);
}

/** What to say so that each of these faces is no longer ignored, or deleted, and is who it was before. */
export async function takingBack(
  ports: Pick<Ports, 'labels' | 'people'>,
  which: 'ignored' | 'deleted',
  faces: readonly SpokenFace[],
): Promise<ReadonlyMap<FaceId, readonly Statement[]>> {
  const views = await viewsOf(
    ports,
    faces.map(({ id }) => id),
  );
  const former = [...views.values()].flatMap(({ formerly }) => formerly ?? []);
  const present = new Set((await ports.people.getMany([...new Set(former)])).map(({ id }) => id));
  return new Map(
    faces.map(({ id, box }) => {
      const current = views.get(id)!;
      const comesBack = which === 'ignored' ? { ignored: false } : { deletedAt: null };
      const wanted = { ...current, ...comesBack };
      const isWho = !isHidden(wanted) && current.formerly !== null && present.has(current.formerly);
      return [
        id,
        statementsToward({ ...wanted, assigned: isWho ? current.formerly : current.assigned }, current, box),
      ];
    }),
  );
}

/**
 * What turns one view into another: a rejection ends only by assigning that very person.
 * @param box where the face is, which a deletion has to say.
 */
export function statementsToward(wanted: HumanView, current: HumanView, box: Box): readonly Statement[] {
  const goes = wanted.deletedAt !== null && current.deletedAt === null;
  const ended = [...current.rejected].filter((person) => !wanted.rejected.has(person));
  const begun = [...wanted.rejected].filter((person) => !current.rejected.has(person));
  const assigned = ended.at(-1) ?? (goes ? null : current.assigned);
  const named = [...ended, ...missing(wanted.assigned, assigned)];
  const isIgnored = current.ignored && wanted.ignored && named.length === 0;
  const isReleased = wanted.assigned === null && assigned !== null;
  return [
    ...onlyIf(goes, { kind: 'delete', box }),
    ...onlyIf(current.deletedAt !== null && wanted.deletedAt === null, { kind: 'restore' }),
    ...onlyIf(current.ignored && !wanted.ignored, { kind: 'unignore' }),
    ...named.map((person): Statement => ({ kind: 'assign', person })),
    // Ignoring ends a label by itself, and remembers it.
    ...onlyIf(isReleased && (!wanted.ignored || ended.length > 0), { kind: 'unassign' }),
    ...begun.map((person): Statement => ({ kind: 'reject', person })),
    ...onlyIf(wanted.ignored && !isIgnored, { kind: 'ignore' }),
  ];
}

const onlyIf = (holds: boolean, statement: Statement): Statement[] => (holds ? [statement] : []);

const isHidden = ({ ignored, deletedAt }: HumanView): boolean => ignored || deletedAt !== null;

const missing = (wanted: PersonId | null, assigned: PersonId | null): PersonId[] =>
  wanted === null || wanted === assigned ? [] : [wanted];
