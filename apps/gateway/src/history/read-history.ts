import { KindredError, type LoggedAction, type LoggedDecision, type PageRequest } from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import { connectionOf } from '../graphql/connection';
import { toldOf } from './action-entries';
import { type Action as Saying, actionsOf } from './history-entries';

const BATCH = 1000;
/** How many faces of an entry are shown. */
const SHOWN_FACES = 12;

/** Up to where both logs have been read: what comes next is before. */
interface Place {
  /** A sequence of the label log; null at its end. */
  readonly said: number | null;
  /** A sequence of the journal; null at its end. */
  readonly done: number | null;
}

type Entry =
  | { readonly saying: Saying; readonly action: null }
  | { readonly saying: null; readonly action: LoggedAction };

/**
 * One page of what humans said about faces and did to people, newest first, in the one order of both logs: an action
 * comes after what had been said when it began. A cursor is the place in both.
 */
export async function readHistory(ports: Ports, { limit, after }: PageRequest) {
  const place = placeOf(after);
  const sayings = await readSayings(ports, place.said, limit + 1);
  const actions = await ports.actions.before(place.done, limit + 1);
  const entries = inOneOrder(sayings, actions);
  const shown = entries.slice(0, limit);
  const cursors = cursorsOf(place, shown);
  const next = entries.length > limit ? cursors.at(-1)! : null;
  return connectionOf({ items: await nodesOf(ports, shown), cursors, next });
}

async function readSayings({ labels }: Ports, before: number | null, count: number): Promise<Saying[]> {
  const decisions: LoggedDecision[] = [];
  for (;;) {
    const batch = await labels.before(decisions.at(-1)?.sequence ?? before, BATCH);
    decisions.push(...batch);
    const actions = actionsOf(decisions);
    // The last action may go on in the next batch: it is whole when another one follows it, or nothing.
    if (batch.length < BATCH || actions.length > count) return actions.slice(0, count);
  }
}

function inOneOrder(sayings: readonly Saying[], actions: readonly LoggedAction[]): Entry[] {
  const entries: Entry[] = [];
  let [said, done] = [0, 0];
  while (said < sayings.length || done < actions.length) {
    const [saying, action] = [sayings[said], actions[done]];
    if (action === undefined || (saying !== undefined && saying.last > action.after)) {
      entries.push({ saying: saying!, action: null });
      said += 1;
    } else {
      entries.push({ saying: null, action });
      done += 1;
    }
  }
  return entries;
}

function cursorsOf(start: Place, entries: readonly Entry[]): string[] {
  let { said, done } = start;
  return entries.map(({ saying, action }) => {
    if (action === null) said = saying.first;
    else done = action.sequence;
    return `${said ?? ''}.${done ?? ''}`;
  });
}

/** @throws KindredError `ARGUMENT_INVALID`. */
function placeOf(cursor: string | null | undefined): Place {
  if (cursor === null || cursor === undefined) return { said: null, done: null };
  const parts = /^(\d{0,15})\.(\d{0,15})$/.exec(cursor);
  if (parts !== null) return { said: sequenceOf(parts[1]!), done: sequenceOf(parts[2]!) };
  throw new KindredError('ARGUMENT_INVALID', 'This cursor does not belong to this list.', {
    hint: 'Start again from the first page.',
  });
}

const sequenceOf = (text: string): number | null => (text === '' ? null : Number(text));

async function nodesOf(ports: Ports, entries: readonly Entry[]) {
  const facts = await Promise.all(
    entries.map(({ saying, action }) =>
      action === null ? factsOfSaying(saying) : factsOfAction(ports, action),
    ),
  );
  const said = facts.flatMap(({ person, other }) => [person, other].filter((id) => id !== null));
  const resolved = await ports.people.resolve([...new Set(said)]);
  const people = new Map(
    (await ports.people.getMany([...new Set(resolved.values())])).map((one) => [one.id, one]),
  );
  const asked = facts.flatMap(({ faces }) => faces);
  const present = new Map((await ports.faces.getMany([...new Set(asked)])).map((face) => [face.id, face]));
  const personOf = (id: (typeof said)[number] | null) =>
    id === null ? null : (people.get(resolved.get(id) ?? id) ?? null);
  return facts.map(({ person, other, faces, ...entry }) => ({
    ...entry,
    person: personOf(person),
    other: personOf(other),
    faces: faces.flatMap((id) => present.get(id) ?? []),
  }));
}

function factsOfSaying({ kind, actor, at, person, faces, last }: Saying) {
  return {
    id: String(last),
    kind,
    actor,
    at,
    person,
    other: null,
    name: null,
    formerName: null,
    actionId: null,
    takenBack: false,
    faceCount: faces.length,
    faces: faces.slice(0, SHOWN_FACES),
  };
}

async function factsOfAction({ labels }: Ports, action: LoggedAction) {
  const { cover, ...told } = toldOf(action);
  const said = action.decisions === 0 ? [] : await labels.ofAction(action.id, 0, SHOWN_FACES);
  return {
    ...told,
    id: action.id,
    actor: action.actor,
    at: action.at,
    actionId: action.id,
    takenBack: action.takenBackBy !== null,
    faceCount: cover === null ? action.decisions : 1,
    faces: cover === null ? said.map(({ face }) => face) : [cover],
  };
}
