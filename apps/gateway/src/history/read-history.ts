import { KindredError, type LoggedDecision, type PageRequest } from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import { connectionOf } from '../graphql/connection';
import { type Action, actionsOf } from './history-entries';

const BATCH = 1000;
/** How many faces of an entry are shown. */
const SHOWN_FACES = 12;

/** One page of what humans said, newest first. A cursor is the place of the first word of an entry. */
export async function readHistory(ports: Ports, { limit, after }: PageRequest) {
  const actions = await readActions(ports, placeOf(after), limit + 1);
  const shown = actions.slice(0, limit);
  const cursors = shown.map(({ first }) => String(first));
  const next = actions.length > limit ? cursors.at(-1)! : null;
  return connectionOf({ items: await entriesOf(ports, shown), cursors, next });
}

async function readActions({ labels }: Ports, before: number | null, count: number): Promise<Action[]> {
  const decisions: LoggedDecision[] = [];
  for (;;) {
    const batch = await labels.before(decisions.at(-1)?.sequence ?? before, BATCH);
    decisions.push(...batch);
    const actions = actionsOf(decisions);
    // The last action may go on in the next batch: it is whole when another one follows it, or nothing.
    if (batch.length < BATCH || actions.length > count) return actions.slice(0, count);
  }
}

async function entriesOf({ people, faces }: Ports, actions: readonly Action[]) {
  const said = actions.flatMap(({ person }) => (person === null ? [] : [person]));
  const resolved = await people.resolve([...new Set(said)]);
  const persons = new Map(
    (await people.getMany([...new Set(resolved.values())])).map((one) => [one.id, one]),
  );
  const asked = actions.flatMap((action) => action.faces.slice(0, SHOWN_FACES));
  const present = new Map((await faces.getMany([...new Set(asked)])).map((face) => [face.id, face]));
  return actions.map(({ kind, actor, at, person, faces: all, last }) => ({
    id: String(last),
    kind,
    actor,
    at,
    person: person === null ? null : (persons.get(resolved.get(person) ?? person) ?? null),
    faceCount: all.length,
    faces: all.slice(0, SHOWN_FACES).flatMap((id) => present.get(id) ?? []),
  }));
}

/** @throws KindredError `ARGUMENT_INVALID`. */
function placeOf(cursor: string | null | undefined): number | null {
  if (cursor === null || cursor === undefined) return null;
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw new KindredError('ARGUMENT_INVALID', 'This cursor does not belong to this list.', {
    hint: 'Start again from the first page.',
  });
}
