import type { FaceId, PersonId, PhotoId } from '../identity/ids';
import type { LoggedDecision } from '../label/decision';
import { humanViewOf, type ResolvePerson } from '../label/human-view';
import { facesSpokenOf, viewsOf } from '../label/record-decisions';
import type { Face } from '../face/face';
import { pagesOf } from '../ports/pages-of';
import type { Action, Deed, LoggedAction } from './action';
import type { ActionStores } from './action-stores';

/** What an action says of one face. */
export interface Word {
  readonly face: FaceId;
  readonly photo: PhotoId;
  readonly statement: { readonly kind: 'assign'; readonly person: PersonId } | { readonly kind: 'unassign' };
}

const PAGE = 500;

/** What has to be said of faces for a deed to be done. */
export async function wordsOf(
  stores: ActionStores,
  { deed, takesBack }: Pick<Action, 'deed' | 'takesBack'>,
): Promise<readonly Word[]> {
  switch (deed.kind) {
    case 'named':
      if (deed.from.kind === 'named' && deed.to.kind === 'named') return [];
      if (deed.to.kind === 'unknown') return takesBack === null ? [] : wordsTakingBack(stores, takesBack);
      return (await grouped(stores, deed.person)).map(saying(deed.person));
    case 'merged':
      return wordsOfMerging(stores, deed);
    case 'parted':
      return takesBack === null ? [] : wordsOfParting(stores, deed, takesBack);
    case 'deleted':
      return wordsOfDeleting(stores, deed.person.id);
    case 'restored':
      return takesBack === null ? [] : wordsTakingBack(stores, takesBack);
    default:
      return [];
  }
}

/** Says again of every face what was said of it before an action, unless something else was said of it since. */
export async function wordsTakingBack(
  stores: ActionStores,
  action: string,
  parting: Parting | null = null,
): Promise<readonly Word[]> {
  const words: Word[] = [];
  let last: LoggedDecision | undefined;
  do {
    const batch = await stores.labels.ofAction(action, last?.sequence ?? 0, PAGE);
    last = batch.length === PAGE ? batch.at(-1) : undefined;
    const log = await stores.labels.ofFaces([...new Set(batch.map(({ face }) => face))]);
    const present = await resolverOf(stores, [...log.values()].flat(), parting);
    for (const [face, decisions] of log) {
      if (decisions.at(-1)!.action !== action) continue;
      const former = decisions.slice(
        0,
        decisions.findIndex((one) => one.action === action),
      );
      words.push(wordOn(face, decisions[0]!.photo, assignedIn(former, present)));
    }
  } while (last !== undefined);
  return words;
}

/** A group that becomes part of somebody with a name: who says so says who its faces are, unless it is known better. */
async function wordsOfMerging(
  stores: ActionStores,
  { person, into }: Extract<Deed, { kind: 'merged' }>,
): Promise<readonly Word[]> {
  const isNaming =
    person.identity.kind === 'unknown' && (await stores.people.get(into))?.identity.kind === 'named';
  if (!isNaming) return [];
  const faces = await grouped(stores, person.id);
  const rejections = await stores.faces.rejectionsOf(faces.map(({ id }) => id));
  return faces.filter(({ id }) => !rejections.get(id)?.has(into)).map(saying(into));
}

/** By the log: what was said of very many faces may not show on all of them yet. */
async function wordsOfDeleting(stores: ActionStores, person: PersonId): Promise<readonly Word[]> {
  const words: Word[] = [];
  const spokenOf = await facesSpokenOf(stores, [person]);
  for (let start = 0; start < spokenOf.length; start += PAGE) {
    const page = spokenOf.slice(start, start + PAGE);
    const views = await viewsOf(stores, page);
    const labeled = page.filter((face) => views.get(face)!.assigned === person);
    for (const { id, photo } of await stores.faces.getMany(labeled)) words.push(wordOn(id, photo, null));
  }
  return words;
}

/**
 * What the merge said of faces is taken back. What was said of other faces since, of the two as one, stays with the one
 * who was there: no older word about the other may come back in its place.
 */
async function wordsOfParting(
  stores: ActionStores,
  { person, from }: Extract<Deed, { kind: 'parted' }>,
  takesBack: string,
): Promise<readonly Word[]> {
  const parts = await stores.people.everybodyIn([person.id]);
  const parting = { person: person.id, parts: new Set(parts) };
  const merge = await stores.actions.get(takesBack);
  const spokenOf = await stores.labels.facesMentioning(parts);
  const words: Word[] = [];
  for (let start = 0; start < spokenOf.length; start += PAGE) {
    const log = await stores.labels.ofFaces(spokenOf.slice(start, start + PAGE));
    const said = [...log.values()].flat();
    const [present, parted] = [await resolverOf(stores, said), await resolverOf(stores, said, parting)];
    for (const [face, decisions] of log) {
      if (!isSaidSince(merge, decisions.at(-1)!)) continue;
      const [now, then] = [humanViewOf(decisions, present).assigned, humanViewOf(decisions, parted).assigned];
      if (now === then || (now === from && then === person.id)) continue;
      words.push(wordOn(face, decisions[0]!.photo, assignedIn(decisions, present)));
    }
  }
  return [...words, ...(await wordsTakingBack(stores, takesBack, parting))];
}

function isSaidSince(merge: LoggedAction | null, { sequence, action }: LoggedDecision): boolean {
  return merge !== null && sequence > merge.after && action !== merge.id;
}

/** Somebody who is about to be part of nobody any more, and everybody who comes along. */
interface Parting {
  readonly person: PersonId;
  readonly parts: ReadonlySet<PersonId>;
}

async function resolverOf(
  { people }: ActionStores,
  decisions: readonly LoggedDecision[],
  parting: Parting | null = null,
): Promise<ResolvePerson> {
  const mentioned = decisions.flatMap((said) => ('person' in said ? [said.person] : []));
  const resolved = await people.resolve([...new Set(mentioned)]);
  return (id) => (parting?.parts.has(id) ? parting.person : (resolved.get(id) ?? id));
}

/** Whom the face is said to be, by the id that was said, so that it is clear who it is after a merge is taken back. */
function assignedIn(decisions: readonly LoggedDecision[], resolve: ResolvePerson): PersonId | null {
  if (humanViewOf(decisions, resolve).assigned === null) return null;
  return decisions.flatMap((said) => (said.kind === 'assign' ? [said.person] : [])).at(-1) ?? null;
}

const wordOn = (face: FaceId, photo: PhotoId, person: PersonId | null): Word => ({
  face,
  photo,
  statement: person === null ? { kind: 'unassign' } : { kind: 'assign', person },
});

const saying =
  (person: PersonId) =>
  ({ id, photo }: Face): Word =>
    wordOn(id, photo, person);

/** The faces of an unknown person, which no human labeled. */
async function grouped({ faces }: ActionStores, person: PersonId): Promise<readonly Face[]> {
  const found: Face[] = [];
  for await (const page of pagesOf((request) => faces.list({ person, state: 'unknown', ...request }), PAGE))
    found.push(...page);
  return found;
}
