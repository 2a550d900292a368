import { KindredError } from '../errors/kindred-error';
import type { FaceId } from '../identity/ids';
import { uuidV5 } from '../identity/uuid-v5';
import type { Decision, LoggedDecision } from '../label/decision';
import { recordDecisions } from '../label/record-decisions';
import type { Action, LoggedAction } from './action';
import type { ActionStores } from './action-stores';
import { carryOut, peopleOf } from './carry-out';
import { type Word, wordsOf, wordsTakingBack } from './words';

/** The namespace of what follows from an action: the same part of the same action has the same id for ever. */
const PARTS = Buffer.from('8f2d1c7e5b0a4d3e9c6b7a1f2e3d4c5b', 'hex');
const PAGE = 500;

/**
 * Does something to people: it is written down, what it says of faces is appended to the label log, the rest is done,
 * and everybody is told. What a crash or a failure cuts off is finished by `finishActions`. The deed must be possible
 * now, as `deedTakingBack` or the caller made sure; nothing of it holds when it turns out not to be.
 * @throws KindredError what a store refuses, for example `NAME_TAKEN`.
 */
export async function performAction(
  stores: ActionStores,
  action: Omit<Action, 'at' | 'decisions'>,
): Promise<void> {
  const words = await wordsOf(stores, action);
  const begun: Action = { ...action, at: stores.clock.now(), decisions: words.length };
  await stores.actions.begin(begun);
  await stores.labels.append(decisionsOf(begun, words, 'said'));
  await finish(stores, begun);
}

/**
 * Finishes actions on people that a crash or a failure cut off. Those of which nothing was said that should have been
 * are given up. What is said of very many faces is finished by whoever says it.
 * @param onUnfinished is told of each that cannot be finished now, which stays for the next time while the others are
 * finished; unless it throws, as it does where none is given.
 */
export async function finishActions(
  stores: ActionStores,
  onUnfinished: (action: LoggedAction, error: unknown) => void = rethrow,
): Promise<void> {
  for (const action of await stores.actions.unsettled()) {
    if (action.deed.kind === 'said') continue;
    await finishOrGiveUp(stores, action).catch((error: unknown) => onUnfinished(action, error));
  }
}

async function finishOrGiveUp(stores: ActionStores, action: LoggedAction): Promise<void> {
  if (await isWritten(stores, action)) await finish(stores, action).catch(ignoreRefusal);
  else await stores.actions.settle(action.id, 'refused');
}

function rethrow(_: LoggedAction, error: unknown): never {
  throw error;
}

async function isWritten({ labels }: ActionStores, { id, decisions }: LoggedAction): Promise<boolean> {
  return decisions === 0 || (await labels.ofAction(id, 0, 1)).length > 0;
}

async function finish(stores: ActionStores, action: Action): Promise<void> {
  const faces = await facesOf(stores, action);
  try {
    const shown = await carryOut(stores, action, faces);
    await announce(stores, action, shown);
  } catch (error) {
    if (isRefusal(error)) await withdraw(stores, action);
    throw error;
  }
  await stores.actions.settle(action.id, 'done');
}

async function facesOf({ labels }: ActionStores, { id, decisions }: Action): Promise<readonly FaceId[]> {
  const faces = new Set<FaceId>();
  let batch: readonly LoggedDecision[] = [];
  do {
    if (decisions > 0) batch = await labels.ofAction(id, batch.at(-1)?.sequence ?? 0, PAGE);
    for (const { face } of batch) faces.add(face);
  } while (batch.length === PAGE);
  return [...faces];
}

/** What was said of faces holds no longer when the rest cannot be done. */
async function withdraw(stores: ActionStores, action: Action): Promise<void> {
  const words = await wordsTakingBack(stores, action.id);
  await recordDecisions(stores, decisionsOf(action, words, 'withdrawn'));
  await stores.actions.settle(action.id, 'refused');
}

function decisionsOf({ id, actor, at }: Action, words: readonly Word[], which: string): Decision[] {
  return words.map(({ face, photo, statement }) => ({
    id: uuidV5(PARTS, `${id} ${which} ${face}`),
    face,
    photo,
    actor,
    at,
    action: id,
    ...statement,
  }));
}

async function announce(stores: ActionStores, action: Action, faces: readonly FaceId[]): Promise<void> {
  const people = peopleOf(action.deed);
  // Events stay far below the size that the bus takes, however many faces a person has.
  for (let start = 0; start === 0 || start < faces.length; start += PAGE) {
    const data = { faces: faces.slice(start, start + PAGE), people };
    const told = stores.bus.publish('faces.labeled', {
      id: uuidV5(PARTS, `${action.id} told ${start}`),
      data,
    });
    // Where no face is concerned, whoever watches is told as a courtesy: it is done whether or not that works.
    await (faces.length > 0 ? told : told.catch(() => undefined));
  }
}

const isRefusal = (error: unknown): error is KindredError =>
  error instanceof KindredError &&
  ['NAME_TAKEN', 'NAME_INVALID', 'NOT_FOUND', 'CONFLICT'].includes(error.code);

function ignoreRefusal(error: unknown): void {
  if (!isRefusal(error)) throw error;
}
