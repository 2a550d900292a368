import type { FaceId, PersonId } from '@kindred/domain';
import { aFaceId } from '@kindred/testing';
import { interruptedPorts, type Interruption, type TestPorts } from '@kindred/testing-standalone';
import { People } from '../people/people.use-case';
import { reconcileLibrary } from '../reconcile/reconcile-library';
import { TestGateway } from '../testing/test-gateway';
import { PeopleActions } from './people-actions';

const TAKE_BACK = `mutation ($id: ID!) { takeBack(actionId: $id) {
  actionId people { id displayName } goneIds } }`;
const MERGE = `mutation ($into: ID!, $from: [ID!]!) {
  mergePeople(into: $into, from: $from) { results { actionId failure { code } } } }`;
const DELETE = 'mutation ($ids: [ID!]!) { deletePerson(ids: $ids) { results { actionId } } }';
const RENAME = 'mutation ($id: ID!, $name: String!) { renamePerson(id: $id, name: $name) { actionId } }';
const COVER =
  'mutation ($personId: ID!, $faceId: ID) { setCover(personId: $personId, faceId: $faceId) { actionId } }';
const CREATE = 'mutation ($name: String!) { createPerson(name: $name) { actionId person { id } } }';

describe('taking back what was done to people', () => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await TestGateway.open();
  });
  afterEach(() => gateway.close());

  const merge = async (into: string, from: string): Promise<string> =>
    (await gateway.data(MERGE, { into, from: [from] })).mergePeople.results[0].actionId;
  const remove = async (id: string): Promise<string> =>
    (await gateway.data(DELETE, { ids: [id] })).deletePerson.results[0].actionId;
  const rename = async (id: string, name: string): Promise<string> =>
    (await gateway.data(RENAME, { id, name })).renamePerson.actionId;
  const cover = async (personId: string, faceId: string | null): Promise<string> =>
    (await gateway.data(COVER, { personId, faceId })).setCover.actionId;
  const takeBack = async (id: string): Promise<string> =>
    (await gateway.data(TAKE_BACK, { id })).takeBack.actionId;
  const refusal = async (id: string) => {
    const { errors } = await gateway.ask(TAKE_BACK, { id });
    return { code: errors?.[0]?.extensions['code'], message: errors?.[0]?.message };
  };
  const faces = async (count: number) =>
    (await gateway.faces(...Array.from({ length: count }, (_, seed) => seed + 1))) as never[];
  /** Everything that people see of a library. */
  const everything = async (ports: TestPorts = gateway.ports) => {
    const { items } = await ports.faces.scroll({ limit: 1000 });
    const rejections = await ports.faces.rejectionsOf(items.map(({ id }) => id));
    const people = await ports.people.list({ limit: 1000, sort: 'NAME' });
    return {
      people: people.items,
      faces: items.map(({ id, standing }) => ({ id, standing, not: [...(rejections.get(id) ?? [])].sort() })),
    };
  };

  describe('a merge', () => {
    let [ada, twin]: PersonId[] = [];
    let ids: FaceId[];
    /** Two people with labels, suggestions and rejections of their own. */
    beforeEach(async () => {
      [ada, twin] = [await gateway.named('Ada'), await gateway.named('Twin')];
      ids = await faces(8);
      await gateway.label(ada!, ids[0]!, ids[1]!);
      await gateway.label(twin!, ids[2]!, ids[3]!);
      await gateway.suggest(ada!, 0.75, ids[4]!);
      await gateway.suggest(twin!, 0.625, ids[5]!);
      await gateway.reject(ada!, ids[6]!);
      await gateway.reject(twin!, ids[7]!);
      await cover(twin!, ids[2]!);
    });

    it('has both as they were, with their own labels, suggestions, rejections and covers', async () => {
      const before = await everything();
      const action = await merge(ada!, twin!);
      const merged = await everything();
      const back = (await gateway.data(TAKE_BACK, { id: action })).takeBack;
      expect(back.people).toEqual([
        { id: ada, displayName: 'Ada' },
        { id: twin, displayName: 'Twin' },
      ]);
      expect(await everything()).toEqual(before);
      const redone = (await gateway.data(TAKE_BACK, { id: back.actionId })).takeBack;
      expect(redone.goneIds).toEqual([twin]);
      expect(await everything()).toEqual(merged);
      await takeBack(redone.actionId);
      expect(await everything()).toEqual(before);
    });

    it('leaves what was said since with the one who stayed', async () => {
      const action = await merge(ada!, twin!);
      const more = await gateway.face(20);
      const label = `mutation ($faceIds: [ID!]!, $personId: ID!) {
        labelFaces(faceIds: $faceIds, personId: $personId) { person { id } } }`;
      await gateway.data(label, { faceIds: [more, ids[5]], personId: twin });
      await gateway.data(
        `mutation ($faceIds: [ID!]!, $personId: ID!) {
          rejectFaces(faceIds: $faceIds, personId: $personId) { results { id } } }`,
        { faceIds: [ids[3]], personId: ada },
      );
      await takeBack(action);
      for (const face of [more, ids[5]!])
        expect(await gateway.standing(face)).toEqual({ state: 'labeled', person: ada });
      expect(await gateway.standing(ids[2]!)).toEqual({ state: 'labeled', person: twin });
      expect(await gateway.standing(ids[3]!)).toEqual({ state: 'unknown', person: null });
      expect((await gateway.ports.faces.rejectionsOf([ids[3]!])).get(ids[3]!)).toEqual(new Set([ada]));
    });

    it('of a group into somebody with a name takes back the labels that it meant, and no other', async () => {
      const members = await gateway.faces(30, 31, 32, 33);
      await gateway.reject(ada!, members[3]!);
      const group = await gateway.unknown(7, ...members);
      const before = await everything();
      const action = await merge(ada!, group);
      expect((await gateway.ports.people.get(ada!))!.counts.labeled).toBe(5);
      await gateway.label(twin!, members[2]!);
      await takeBack(action);
      for (const face of [members[0]!, members[1]!, members[3]!])
        expect(await gateway.standing(face)).toEqual({ state: 'unknown', person: group });
      expect(await gateway.standing(members[2]!)).toEqual({ state: 'labeled', person: twin });
      expect((await gateway.ports.people.get(group))!.identity).toEqual({ kind: 'unknown', number: 7 });
      await gateway.data(
        'mutation ($faceIds: [ID!]!) { unlabelFaces(faceIds: $faceIds) { results { id } } }',
        {
          faceIds: [members[2]],
        },
      );
      expect(await everything()).toEqual(before);
    });

    it('of one group into another gives each its faces', async () => {
      const [a, b, c] = await gateway.faces(30, 31, 32);
      const [one, other] = [await gateway.unknown(1, a!, b!), await gateway.unknown(2, c!)];
      const before = await everything();
      await takeBack(await merge(one, other));
      expect(await everything()).toEqual(before);
    });

    it('of somebody whom others had become part of brings them along, each to be taken out in turn', async () => {
      const third = await gateway.named('Third');
      const before = await everything();
      const first = await merge(twin!, third);
      const between = await everything();
      const second = await merge(ada!, twin!);
      expect(await refusal(first)).toMatchObject({ code: 'CONFLICT' });
      await takeBack(second);
      expect(await everything()).toEqual(between);
      await takeBack(first);
      expect(await everything()).toEqual(before);
    });

    it('is refused while the one who stayed is deleted, or the name is that of somebody else', async () => {
      const action = await merge(ada!, twin!);
      const deletion = await remove(ada!);
      expect(await refusal(action)).toEqual({
        code: 'CONFLICT',
        message: 'The person that Twin became part of was deleted.',
      });
      await takeBack(deletion);
      const other = await gateway.named('TWIN');
      const standing = await everything();
      expect(await refusal(action)).toEqual({
        code: 'CONFLICT',
        message: 'Somebody else is named Twin by now.',
      });
      expect(await everything()).toEqual(standing);
      await rename(other, 'Else');
      await takeBack(action);
      expect(await gateway.standing(ids[2]!)).toEqual({ state: 'labeled', person: twin });
    });

    it('is done once: again it is refused, and so is what is not known', async () => {
      const action = await merge(ada!, twin!);
      await takeBack(action);
      expect(await refusal(action)).toEqual({ code: 'CONFLICT', message: 'This was taken back already.' });
      for (const id of [aFaceId(404), 'x', '']) expect((await refusal(id)).code).toBe('NOT_FOUND');
    });
  });

  describe('a deletion', () => {
    it('has the person as it was, with id, cover, labels, suggestions and rejections; and is done again', async () => {
      const [ada, eve] = [await gateway.named('Ada'), await gateway.named('Eve')];
      const ids = await faces(5);
      await gateway.label(ada, ids[0]!, ids[1]!, ids[2]!);
      await gateway.suggest(ada, 0.75, ids[3]!);
      await gateway.reject(ada, ids[4]!);
      await cover(ada, ids[1]!);
      const before = await everything();
      const action = await remove(ada);
      const deleted = await everything();
      await gateway.label(eve, ids[2]!);
      const back = await takeBack(action);
      expect(await gateway.standing(ids[2]!)).toEqual({ state: 'labeled', person: eve });
      await gateway.label(ada, ids[2]!);
      expect(await everything()).toEqual(before);
      await takeBack(back);
      expect(await everything()).toEqual(deleted);
    });

    it('remembers whom the labels were said of, so that merges can be taken back after it', async () => {
      const [ada, twin] = [await gateway.named('Ada'), await gateway.named('Twin')];
      const [a, b] = await gateway.faces(1, 2);
      await gateway.label(ada, a!);
      await gateway.label(twin, b!);
      const before = await everything();
      const merging = await merge(ada, twin);
      await takeBack(await remove(ada));
      await takeBack(merging);
      expect(await everything()).toEqual(before);
    });

    it('of a group gives it its faces and its number', async () => {
      const group = await gateway.unknown(3, ...(await gateway.faces(1, 2)));
      const before = await everything();
      await takeBack(await remove(group));
      expect(await everything()).toEqual(before);
    });

    it('is refused when somebody else has the name by now', async () => {
      const action = await remove(await gateway.named('Ada'));
      await gateway.data(CREATE, { name: 'ada' });
      expect(await refusal(action)).toEqual({
        code: 'CONFLICT',
        message: 'Somebody else is named Ada by now.',
      });
      expect(await gateway.ports.people.counts()).toEqual({ named: 1, unknown: 0 });
    });
  });

  describe('a name', () => {
    it('of a group makes it unknown again with its number and its faces', async () => {
      const group = await gateway.unknown(3, ...(await gateway.faces(1, 2, 3)));
      const before = await everything();
      const action = await rename(group, 'Ada');
      const named = await everything();
      const back = await takeBack(action);
      expect(await everything()).toEqual(before);
      const redone = await takeBack(back);
      expect(await everything()).toEqual(named);
      await takeBack(redone);
      expect(await everything()).toEqual(before);
    });

    it('is kept when more faces were labeled since', async () => {
      const [more, ...members] = await gateway.faces(1, 2, 3);
      const group = await gateway.unknown(3, ...members);
      const action = await rename(group, 'Ada');
      await gateway.label(group, more!);
      expect(await refusal(action)).toEqual({
        code: 'CONFLICT',
        message: 'More faces were labeled as Ada since.',
      });
    });

    it('is the former one again, unless there is another by now or somebody else has it', async () => {
      const ada = await gateway.named('Ada');
      const action = await rename(ada, 'Ada Lovelace');
      await takeBack(await takeBack(action));
      expect((await gateway.ports.people.get(ada))!.identity).toMatchObject({ name: 'Ada Lovelace' });
      const again = await rename(ada, 'Countess');
      expect((await refusal(action)).code).toBe('CONFLICT');
      await gateway.named('Ada Lovelace');
      expect(await refusal(again)).toMatchObject({ message: 'Somebody else is named Ada Lovelace by now.' });
    });

    it('that is the same is nothing to take back', async () => {
      expect(await rename(await gateway.named('Ada'), 'Ada')).toBeNull();
    });
  });

  it('takes back a cover, unless another was chosen since', async () => {
    const ada = await gateway.named('Ada');
    const [a, b] = await gateway.faces(1, 2);
    await gateway.label(ada, a!, b!);
    const chosen = async () => (await gateway.ports.people.get(ada))!.cover;
    const [first, second] = [await cover(ada, a!), await cover(ada, b!)];
    expect((await refusal(first)).code).toBe('CONFLICT');
    const back = await takeBack(second);
    expect(await chosen()).toBe(a);
    await takeBack(first);
    expect(await chosen()).toBeNull();
    expect((await refusal(back)).code).toBe('CONFLICT');
  });

  it('takes back other names and whether somebody is hidden, unless there is something else by now', async () => {
    const ada = await gateway.named('Ada');
    const change = async (details: object): Promise<string> =>
      (
        await gateway.data(
          `mutation ($id: ID!, $details: PersonDetailsInput!) {
            changePerson(id: $id, details: $details) { actionId } }`,
          { id: ada, details },
        )
      ).changePerson.actionId;
    const first = await change({ aliases: [' Countess '], birthDate: '1815-12-10' });
    const hiding = await change({ hidden: true });
    expect(await change({ hidden: true })).toBeNull();
    const second = await change({ aliases: ['Enchantress'] });
    expect((await refusal(first)).code).toBe('CONFLICT');
    const back = await takeBack(second);
    await takeBack(await takeBack(await takeBack(hiding)));
    await takeBack(first);
    expect(await gateway.ports.people.get(ada)).toMatchObject({
      aliases: [],
      birthDate: null,
      hidden: false,
    });
    await rename(await gateway.named('Eve'), 'Enchantress');
    expect((await refusal(back)).code).toBe('CONFLICT');
  });

  it('has somebody who was merged or deleted there again with other names and the date of birth', async () => {
    const [ada, eve] = [await gateway.named('Ada'), await gateway.named('Eve')];
    await gateway.ports.people.changeDetails(ada, {
      aliases: ['Countess'],
      birthDate: '1815-12-10' as never,
    });
    const before = await everything();
    for (const undone of [() => merge(eve, ada), () => remove(ada)]) {
      await takeBack(await undone());
      const known = ({ changedAt: _, ...person }: (typeof before.people)[0]) => person;
      expect((await everything()).people.map(known)).toEqual(before.people.map(known));
    }
  });

  it('takes back that somebody was created, as long as nobody is labeled so', async () => {
    const { createPerson } = await gateway.data(CREATE, { name: 'Ada' });
    const back = await takeBack(createPerson.actionId);
    expect(await gateway.ports.people.counts()).toEqual({ named: 0, unknown: 0 });
    await takeBack(back);
    expect((await gateway.ports.people.findByName('Ada'))!.id).toBe(createPerson.person.id);
    const { createPerson: other } = await gateway.data(CREATE, { name: 'Eve' });
    await gateway.label(other.person.id, ...(await gateway.faces(1)));
    expect((await refusal(other.actionId)).code).toBe('CONFLICT');
  });

  it('tells the trainer of every face that it touches', async () => {
    const group = await gateway.unknown(3, ...(await gateway.faces(1, 2)));
    const action = await rename(group, 'Ada');
    await takeBack(action);
    const told = gateway.ports.bus.published('faces.labeled').map(({ data }) => data);
    expect(told).toHaveLength(2);
    for (const { faces: ids, people } of told) {
      expect(new Set(ids)).toEqual(new Set([aFaceId(1), aFaceId(2)]));
      expect(people).toEqual([group]);
    }
  });

  /** Something to do and to take back, in a library of its own. */
  const STORIES: Record<string, (people: People) => Promise<string | null>> = {
    'a merge': async (people) =>
      (await people.merge((await idOf('Ada'))!, [(await idOf('Twin'))!])).outcomes[0]!.actionId,
    'a merge of a group': async (people) =>
      (await people.merge((await idOf('Ada'))!, [await groupId()])).outcomes[0]!.actionId,
    'a deletion': async (people) => (await people.delete([(await idOf('Ada'))!]))[0]!.actionId,
    'a name': async (people) => (await people.rename(await groupId(), 'Grace')).actionId,
  };
  const idOf = async (name: string) => (await gateway.ports.people.findByName(name))?.id ?? null;
  const groupId = async () => (await gateway.ports.people.list({ kind: 'unknown', limit: 1 })).items[0]!.id;

  describe.each(Object.keys(STORIES))('%s', (story) => {
    it.each<Interruption>(['crash', 'refused', 'lost answer'])(
      'is all there or not at all after an interruption at any write and the next start: %s',
      async (how) => {
        const [ada, twin] = [await gateway.named('Ada'), await gateway.named('Twin')];
        const ids = await faces(6);
        await gateway.label(ada, ids[0]!);
        await gateway.label(twin, ids[1]!);
        await gateway.suggest(twin, 0.625, ids[2]!);
        await gateway.suggest(ada, 0.75, ids[3]!);
        await gateway.unknown(1, ids[4]!, ids[5]!);
        const before = await everything();
        const undisturbed = new PeopleActions(gateway.ports);
        const action = await STORIES[story]!(new People(gateway.ports, undisturbed));
        const after = await everything();
        const { actionId } = await undisturbed.takeBack(action!);
        expect(await everything()).toEqual(before);
        let last = actionId;
        let state = before;
        let done = false;
        for (let at = 1; !done; at += 1) {
          const interrupted = interruptedPorts(gateway.ports, at, how);
          await new PeopleActions(interrupted.ports).takeBack(last).catch(() => undefined);
          done = interrupted.writes < at;
          await reconcileLibrary(gateway.ports);
          expect(await gateway.ports.actions.unsettled()).toEqual([]);
          const { takenBackBy } = (await gateway.ports.actions.get(last))!;
          if (takenBackBy !== null) {
            last = takenBackBy;
            state = state === before ? after : before;
          }
          expect(await everything()).toEqual(state);
        }
      },
      60_000,
    );
  });
});
