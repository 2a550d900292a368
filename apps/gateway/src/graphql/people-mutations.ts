import type { api } from '@kindred/contracts';
import { KindredError, type PersonId, peopleOf } from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import type { PeopleActions } from '../actions/people-actions';
import type { BulkLabeling } from '../bulk/bulk-labeling.use-case';
import type { Refusal } from '../bulk/bulk-statements';
import type { People } from '../people/people.use-case';
import type { SamePerson } from '../people/same-person.use-case';
import { toldOf } from './bulk-mutations';
import type { GraphContext } from './context';
import { readingAfresh } from './reading-afresh';

const nothingToSay = ([refusal]: readonly Refusal[]): KindredError =>
  new KindredError('CONFLICT', refusal?.failure.message ?? 'These faces are as they were before.', {
    hint: refusal?.failure.hint,
  });

/** Everything that can be done to people, and what takes back any action. */
export function peopleMutations(
  ports: Pick<Ports, 'people' | 'actions'>,
  people: People,
  samePerson: SamePerson,
  actions: PeopleActions,
  bulk: BulkLabeling,
): api.MutationResolvers<GraphContext> {
  /** The people as they are now, and the ids of those who are not there. */
  const standing = async (ids: readonly PersonId[]) => {
    const found = await ports.people.getMany(ids);
    const present = new Set(found.map(({ id }) => id));
    return { people: [...found], goneIds: ids.filter((id) => !present.has(id)) };
  };
  return readingAfresh({
    createPerson: (_, { name }) => people.create(name),
    renamePerson: (_, { id, name }) => people.rename(id, name),
    changePerson: (_, { id, details }) => people.change(id, details),
    setCover: (_, { personId, faceId }) => people.setCover(personId, faceId ?? null),
    async mergePeople(_, { into, from }) {
      const { person, outcomes } = await people.merge(into, from);
      return { person, results: outcomes };
    },
    deletePerson: async (_, { ids }) => ({ results: await people.delete(ids) }),
    async answerSamePerson(_, { one, other, answer }) {
      if (answer === 'SAME') return samePerson.merge(one, other);
      const said = answer === 'DIFFERENT' ? 'different' : 'later';
      return { person: null, actionId: await samePerson.answer(one, other, said) };
    },
    async takeBack(_, { actionId }) {
      if ((await ports.actions.get(actionId))?.deed.kind === 'said') {
        const faces = await toldOf(ports, bulk.again(actionId));
        if (faces.id === null) throw nothingToSay(faces.refusals);
        return { actionId: faces.id, faces, people: [], goneIds: [] };
      }
      const done = await actions.takeBack(actionId);
      return { actionId: done.actionId, faces: null, ...(await standing(peopleOf(done.taken.deed))) };
    },
  });
}
