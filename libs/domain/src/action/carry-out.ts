import type { FaceId, PersonId } from '../identity/ids';
import { facesSpokenOf, projectFaces } from '../label/record-decisions';
import type { Action, Deed } from './action';
import type { ActionStores } from './action-stores';

/**
 * Does what is to be done besides saying it, and shows it on the faces; answers which. May be repeated whenever it was
 * cut off: what is done already is done again to no effect.
 */
export async function carryOut(
  stores: ActionStores,
  action: Action,
  said: readonly FaceId[],
): Promise<readonly FaceId[]> {
  const { people, faces } = stores;
  const { deed } = action;
  switch (deed.kind) {
    case 'created':
      await people.create(deed.person);
      return said;
    case 'named':
      if (deed.to.kind === 'named') await people.rename(deed.person, deed.to.name);
      else await people.unname(deed.person, deed.to.number);
      await projectFaces(stores, said);
      return said;
    case 'merged': {
      await people.mergeInto(deed.person.id, deed.into);
      const shown = await show(stores, deed.person.id, said);
      await faces.moveSuggestions(deed.person.id, deed.into);
      return shown;
    }
    case 'parted': {
      await people.part(deed.person);
      const shown = await show(stores, deed.person.id, said);
      await faces.bringBackSuggestions(deed.person.id);
      return shown;
    }
    case 'deleted':
      await projectFaces(stores, said);
      await faces.moveSuggestions(deed.person.id, null);
      await people.remove([deed.person.id]);
      return said;
    case 'restored':
      await people.create(deed.person);
      await projectFaces(stores, said);
      await faces.bringBackSuggestions(deed.person.id);
      return said;
    case 'described':
      await people.changeDetails(deed.person, deed.to);
      return said;
    case 'covered':
      await people.setCover(deed.person, deed.to);
      return said;
    case 'answered':
      await answer(stores, action, deed);
      return said;
    case 'said':
      await projectFaces(stores, said);
      return said;
  }
}

/** Shows what was said of somebody, and of those who are part of that one, by who they are now. */
async function show(
  stores: ActionStores,
  person: PersonId,
  said: readonly FaceId[],
): Promise<readonly FaceId[]> {
  const shown = [...new Set([...(await facesSpokenOf(stores, [person])), ...said])];
  await projectFaces(stores, shown);
  return shown;
}

async function answer(
  { questions }: ActionStores,
  { actor, at }: Action,
  { one, other, to }: Extract<Deed, { kind: 'answered' }>,
): Promise<void> {
  const statement = { one, other, actor, at };
  await (to === null ? questions.takeBack(statement) : questions.answer({ ...statement, answer: to }));
}

/** Everybody whom a deed is about. */
export function peopleOf(deed: Deed): readonly PersonId[] {
  switch (deed.kind) {
    case 'merged':
      return [deed.into, deed.person.id];
    case 'parted':
      return [deed.from, deed.person.id];
    case 'answered':
      return [deed.one, deed.other];
    case 'said':
      return deed.person === null ? [] : [deed.person];
    case 'named':
    case 'described':
    case 'covered':
      return [deed.person];
    default:
      return [deed.person.id];
  }
}
