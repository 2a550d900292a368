import type { PersonId } from '@kindred/domain';
import { aPersonId } from '@kindred/testing';
import { TestGateway } from '../testing/test-gateway';

const QUESTIONS = `query ($first: Int! = 20, $after: String) { samePersonQuestions(first: $first, after: $after) {
  nodes { id one { id displayName faces(first: 6, sort: QUALITY) { nodes { id } } } other { id } }
  edges { cursor } pageInfo { hasNextPage endCursor } } }`;
const ANSWER = `mutation ($one: ID!, $other: ID!, $answer: SamePersonAnswer!) {
  answerSamePerson(one: $one, other: $other, answer: $answer) { person { id displayName faceCount } actionId } }`;
const TAKE_BACK = `mutation ($id: ID!) { takeBack(actionId: $id) { actionId people { id } goneIds } }`;

describe('asking whether two people are the same', () => {
  let gateway: TestGateway;
  let [ada, eve, group, larger]: PersonId[] = [];
  beforeEach(async () => {
    gateway = await TestGateway.open();
    [ada, eve] = [await gateway.named('Ada'), await gateway.named('Eve')];
    group = await gateway.unknown(1, ...(await gateway.faces(1)));
    larger = await gateway.unknown(2, ...(await gateway.faces(2, 3)));
    const pairs = [
      [ada, group, 3],
      [group, larger, 2],
      [ada, eve, 1],
    ] as const;
    await gateway.ports.questions.ask(
      pairs.map(([one, other, evidence]) => ({ one: one!, other: other!, evidence })),
    );
  });
  afterEach(() => gateway.close());

  const open = async (variables: Record<string, unknown> = {}) =>
    (await gateway.data(QUESTIONS, variables)).samePersonQuestions;
  /** The pairs that are asked about, each in the order of ids. */
  const pairs = async () =>
    (await open()).nodes.map(({ one, other }: Record<'one' | 'other', { id: string }>) =>
      [one.id, other.id].sort(),
    );
  const pair = (one?: PersonId, other?: PersonId) => [one, other].sort();
  const answer = async (one: string | undefined, other: string | undefined, said: string) =>
    (await gateway.data(ANSWER, { one, other, answer: said })).answerSamePerson.person;
  const codeOf = async (one: string | undefined, other: string | undefined, said: string) =>
    (await gateway.ask(ANSWER, { one, other, answer: said })).errors?.[0]?.extensions['code'];
  const count = async () => (await gateway.data('{ stats { questions } }')).stats.questions;

  it('shows the most probable pair first, with the faces of both', async () => {
    expect(await pairs()).toEqual([pair(ada, group), pair(group, larger), pair(ada, eve)]);
    const { nodes } = await open({ first: 2 });
    const both = `query ($id: ID!) { person(id: $id) { displayName faces(first: 6, sort: QUALITY) { nodes { id } } } }`;
    for (const { one } of nodes) {
      const { person } = await gateway.data(both, { id: one.id });
      expect(one).toEqual({ id: one.id, ...person });
    }
    expect(await count()).toBe(3);
  });

  it('is paged like every list', async () => {
    const first = await open({ first: 2 });
    expect(first.pageInfo).toEqual({ hasNextPage: true, endCursor: first.edges[1].cursor });
    const rest = await open({ after: first.pageInfo.endCursor });
    expect(rest.nodes).toHaveLength(1);
    expect(rest.pageInfo.hasNextPage).toBe(false);
    for (const given of [0, 101])
      expect((await gateway.ask(QUESTIONS, { first: given })).errors?.[0]?.extensions['code']).toBe(
        'ARGUMENT_INVALID',
      );
  });

  describe('answered that they are the same', () => {
    it('keeps the name, whoever is named first and however many faces there are', async () => {
      expect(await answer(larger, ada, 'SAME')).toEqual({ id: ada, displayName: 'Ada', faceCount: 2 });
      expect(await answer(ada, group, 'SAME')).toEqual({ id: ada, displayName: 'Ada', faceCount: 3 });
      expect(await pairs()).toEqual([pair(ada, eve)]);
    });

    it('keeps the larger one of two without a name', async () => {
      const survivor = { id: larger, displayName: 'Unknown 2', faceCount: 3 };
      expect(await answer(group, larger, 'SAME')).toEqual(survivor);
      expect(await pairs()).toEqual([pair(ada, larger), pair(ada, eve)]);
    });

    it('may be said again, as after an answer that was lost', async () => {
      await answer(ada, group, 'SAME');
      expect(await answer(ada, group, 'SAME')).toMatchObject({ id: ada, faceCount: 1 });
      expect(await answer(group, ada, 'SAME')).toMatchObject({ id: ada, faceCount: 1 });
    });
  });

  describe('answered that they are different', () => {
    it('is not asked again, whatever is trained', async () => {
      expect(await answer(group, ada, 'DIFFERENT')).toBeNull();
      await gateway.ports.questions.ask([{ one: ada!, other: group!, evidence: 9 }]);
      expect([await pairs(), await count()]).toEqual([[], 0]);
      expect(await gateway.ports.questions.different()).toEqual([pair(ada, group)]);
    });

    it('is told to whoever watches', async () => {
      await answer(ada, group, 'DIFFERENT');
      const [event] = gateway.ports.bus.published('faces.labeled');
      expect(event?.data).toEqual({ faces: [], people: pair(ada, group) });
    });

    it('is kept even when nobody can be told', async () => {
      gateway.ports.bus.setOnline(false);
      await answer(ada, group, 'DIFFERENT');
      expect(await gateway.ports.questions.different()).toHaveLength(1);
    });
  });

  it('answered later, comes back after seven days', async () => {
    expect(await answer(ada, group, 'LATER')).toBeNull();
    expect(await pairs()).toEqual([pair(group, larger), pair(ada, eve)]);
    gateway.ports.clock.advance(7 * 24 * 60 * 60 * 1000);
    expect((await pairs())[0]).toEqual(pair(ada, group));
  });

  it.each(['DIFFERENT', 'LATER'])('takes back that it was answered %s', async (said) => {
    const variables = { one: ada, other: group, answer: said };
    const { answerSamePerson } = await gateway.data(ANSWER, variables);
    const { takeBack } = await gateway.data(TAKE_BACK, { id: answerSamePerson.actionId });
    expect(takeBack.people).toEqual(pair(ada, group).map((id) => ({ id })));
    expect((await pairs())[0]).toEqual(pair(ada, group));
    await gateway.data(TAKE_BACK, { id: takeBack.actionId });
    expect(await pairs()).toEqual([pair(group, larger), pair(ada, eve)]);
  });

  it('takes back that they are the same: the question waits for an answer again', async () => {
    const { answerSamePerson } = await gateway.data(ANSWER, { one: group, other: larger, answer: 'SAME' });
    const { takeBack } = await gateway.data(TAKE_BACK, { id: answerSamePerson.actionId });
    expect(takeBack).toMatchObject({ people: [{ id: larger }, { id: group }], goneIds: [] });
    expect(await pairs()).toContainEqual(pair(group, larger));
    const counts = await gateway.ports.people.getMany([group!, larger!]);
    expect(counts.map((person) => person.counts.unknown)).toEqual([1, 2]);
  });

  it.each(['SAME', 'DIFFERENT', 'LATER'])(
    'refuses %s of nobody, of nonsense and of one person',
    async (said) => {
      for (const nobody of [aPersonId('nobody'), 'x', ''])
        expect(await codeOf(ada, nobody, said)).toBe('NOT_FOUND');
      expect(await codeOf(ada, ada, said)).toBe('CONFLICT');
      expect(await count()).toBe(3);
    },
  );

  it('leaves out a question whose person goes away while it is read', async () => {
    const read = gateway.ports.questions.open.bind(gateway.ports.questions);
    jest.spyOn(gateway.ports.questions, 'open').mockImplementationOnce(async (page) => {
      const questions = await read(page);
      await gateway.ports.people.remove([group!]);
      return questions;
    });
    expect(await pairs()).toEqual([pair(ada, eve)]);
  });
});
