import { recordDecisions } from '@kindred/domain';
import { aDeletion, anAssignment } from '@kindred/testing';
import { TestGateway } from '../testing/test-gateway';

const HISTORY = `query ($first: Int, $after: String) { history(first: $first, after: $after) {
  nodes { id kind actor at faceCount person { displayName } faces { id } } pageInfo { hasNextPage endCursor } } }`;
const REJECT = `mutation ($faceIds: [ID!]!, $personId: ID!) {
  rejectFaces(faceIds: $faceIds, personId: $personId) { results { id said { before now } } } }`;

interface Entry {
  id: string;
  kind: string;
  faceCount: number;
  person: { displayName: string } | null;
  faces: { id: string }[];
}

describe('the history of what was said', () => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await TestGateway.open();
  });
  afterEach(() => gateway.close());

  const read = async (variables: Record<string, unknown> = { first: 100 }) =>
    (await gateway.data(HISTORY, variables)).history as {
      nodes: Entry[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  const told = ({ kind, faceCount, person }: Entry) => `${kind} ${faceCount} ${person?.displayName ?? '-'}`;

  it('is empty at first', async () => {
    expect(await read()).toEqual({ nodes: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });

  it('tells the newest first, and of many faces that one action touched at once', async () => {
    const ada = await gateway.named('Ada');
    const [a, b, c] = await gateway.faces(1, 2, 3);
    const label =
      'mutation ($faceIds: [ID!]!, $personId: ID) { labelFaces(faceIds: $faceIds, personId: $personId) { person { id } } }';
    await gateway.data(label, { faceIds: [a, b], personId: ada });
    await gateway.data(REJECT, { faceIds: [c], personId: ada });
    await gateway.data('mutation ($faceIds: [ID!]!) { unlabelFaces(faceIds: $faceIds) { results { id } } }', {
      faceIds: [b],
    });
    await gateway.data('mutation ($faceIds: [ID!]!) { deleteFaces(faceIds: $faceIds) { results { id } } }', {
      faceIds: [a],
    });
    const { nodes } = await read();
    expect(nodes.map(told)).toEqual(['DELETED 1 -', 'UNLABELED 1 -', 'REJECTED 1 Ada', 'LABELED 2 Ada']);
    expect(nodes.at(-1)).toMatchObject({ actor: 'user', faces: [{ id: b }] });
  });

  it('tells that a rejection was taken back as one action, of one face and of several', async () => {
    const ada = await gateway.named('Ada');
    const faceIds = await gateway.faces(1, 2);
    const { rejectFaces } = await gateway.data(REJECT, { faceIds, personId: ada });
    const faces = rejectFaces.results.map(
      ({ id, said }: { id: string; said: { before: number; now: number } }) => ({
        faceId: id,
        now: said.now,
        asAt: said.before,
      }),
    );
    await gateway.data('mutation ($faces: [SaidInput!]!) { sayAgain(faces: $faces) { results { id } } }', {
      faces,
    });
    expect((await read()).nodes.map(told)).toEqual(['REJECTION_TAKEN_BACK 2 Ada', 'REJECTED 2 Ada']);
  });

  it('tells that faces came back, or are no longer ignored, as one action with the labels they have again', async () => {
    const ada = await gateway.named('Ada');
    const faceIds = await gateway.faces(1, 2);
    await gateway.label(ada, ...faceIds);
    for (const action of ['deleteFaces', 'restoreFaces', 'ignoreFaces', 'stopIgnoringFaces'])
      await gateway.data(`mutation ($faceIds: [ID!]!) { ${action}(faceIds: $faceIds) { results { id } } }`, {
        faceIds,
      });
    const told = (await read()).nodes.map(({ kind, faceCount }) => `${kind} ${faceCount}`);
    expect(told).toEqual(['UNIGNORED 2', 'IGNORED 2', 'RESTORED 2', 'DELETED 2', 'LABELED 2']);
  });

  it('says how a deletion of everything that matches is taken back', async () => {
    const [face] = await gateway.faces(1);
    await gateway.data(
      'mutation { deleteAllFaces(selection: { filter: {}, expectedCount: 1, except: [] }) { id } }',
    );
    const { history } = await gateway.data('{ history(first: 1) { nodes { kind actionId } } }');
    expect(history.nodes).toEqual([{ kind: 'DELETED', actionId: expect.any(String) }]);
    await gateway.data('mutation ($id: ID!) { takeBack(actionId: $id) { actionId } }', {
      id: history.nodes[0].actionId,
    });
    expect(await gateway.standing(face!)).toMatchObject({ state: 'unknown' });
  });

  it('names people as they are called now, through merges, and nobody who is gone', async () => {
    const [ada, eve, dan] = [
      await gateway.named('Ada'),
      await gateway.named('Eve'),
      await gateway.named('Dan'),
    ];
    const [a, b] = await gateway.faces(1, 2);
    await gateway.label(ada, a!);
    await gateway.reject(dan, b!);
    await gateway.data(
      'mutation ($into: ID!, $from: [ID!]!) { mergePeople(into: $into, from: $from) { person { id } } }',
      {
        into: eve,
        from: [ada],
      },
    );
    await gateway.data('mutation ($ids: [ID!]!) { deletePerson(ids: $ids) { results { id } } }', {
      ids: [dan],
    });
    expect((await read()).nodes.map(told)).toEqual([
      'PERSON_DELETED 0 -',
      'PERSON_MERGED 0 Eve',
      'REJECTED 1 -',
      'LABELED 1 Eve',
    ]);
  });

  it('is read page by page without a gap or a repetition, whatever is said meanwhile', async () => {
    const people = await Promise.all(['Ada', 'Ben', 'Cleo', 'Dan', 'Eve'].map((name) => gateway.named(name)));
    const faces = await gateway.faces(1, 2);
    for (const person of people) await gateway.label(person, ...faces);
    const names: string[] = [];
    let after: string | null = null;
    for (let more = true; more;) {
      const page: Awaited<ReturnType<typeof read>> = await read({ first: 2, after });
      names.push(...page.nodes.map(told));
      ({ hasNextPage: more, endCursor: after } = page.pageInfo);
      if (names.length === 2) await gateway.reject(people[0]!, faces[0]!);
    }
    expect(names).toEqual(['Eve', 'Dan', 'Cleo', 'Ben', 'Ada'].map((name) => `LABELED 2 ${name}`));
  });

  it('splits what was said of very many faces at once, and shows some of them', async () => {
    const ada = await gateway.named('Ada');
    const [face] = await gateway.faces(1);
    const many = Array.from(
      { length: 1200 },
      (_, seed) => `${face!.slice(0, -4)}${String(seed).padStart(4, '0')}`,
    );
    await recordDecisions(
      gateway.ports,
      many.map((id, seed) => anAssignment(id as typeof face & string, ada, { seed })),
    );
    expect((await read()).nodes.map(told)).toEqual(['LABELED 500 Ada', 'LABELED 500 Ada', 'LABELED 200 Ada']);
    expect((await read({ first: 1 })).pageInfo.hasNextPage).toBe(true);
  });

  it('keeps apart what was said of one face twice, and what is said by different people', async () => {
    const ada = await gateway.named('Ada');
    const [a, b] = await gateway.faces(1, 2);
    await gateway.ports.labels.append([
      anAssignment(a!, ada, { seed: 1 }),
      anAssignment(a!, ada, { seed: 2 }),
      { ...anAssignment(b!, ada, { seed: 3 }), actor: 'somebody else' },
      aDeletion(b!),
    ]);
    expect((await read()).nodes.map(told)).toEqual([
      'DELETED 1 -',
      'LABELED 1 Ada',
      'LABELED 1 Ada',
      'LABELED 1 Ada',
    ]);
  });

  describe('of people', () => {
    const ENTRIES = `query ($first: Int, $after: String) { history(first: $first, after: $after) {
      nodes { kind name formerName faceCount takenBack actionId person { displayName } other { displayName } faces { id } }
      pageInfo { endCursor hasNextPage } } }`;
    const entries = async (variables: Record<string, unknown> = { first: 100 }) =>
      (await gateway.data(ENTRIES, variables)).history;
    const rename = async (id: string, name: string): Promise<string> =>
      (
        await gateway.data(
          'mutation ($id: ID!, $name: String!) { renamePerson(id: $id, name: $name) { actionId } }',
          { id, name },
        )
      ).renamePerson.actionId;
    const takeBack = async (id: string): Promise<string> =>
      (await gateway.data('mutation ($id: ID!) { takeBack(actionId: $id) { actionId } }', { id })).takeBack
        .actionId;

    it('tells of a name once, with the faces that it labeled, and that it was taken back', async () => {
      const group = await gateway.unknown(3, ...(await gateway.faces(1, 2)));
      const action = await rename(group, 'Ada');
      const [told, ...others] = (await entries()).nodes;
      expect(others).toEqual([]);
      expect(told).toMatchObject({
        kind: 'PERSON_NAMED',
        name: 'Ada',
        formerName: 'Unknown 3',
        faceCount: 2,
        takenBack: false,
        actionId: action,
        person: { displayName: 'Ada' },
      });
      expect(told.faces).toHaveLength(2);
      const back = await takeBack(action);
      expect((await entries()).nodes).toMatchObject([
        { kind: 'PERSON_UNNAMED', takenBack: false, actionId: back, faceCount: 2 },
        { kind: 'PERSON_NAMED', takenBack: true, name: 'Ada', person: { displayName: 'Unknown 3' } },
      ]);
    });

    it('has one order with what was said about faces, page by page without a gap or a repetition', async () => {
      const ada = await gateway.named('Ada');
      const faces = await gateway.faces(1, 2, 3);
      await gateway.reject(ada, faces[0]!);
      await rename(ada, 'One');
      await rename(ada, 'Two');
      await gateway.label(ada, faces[1]!);
      await rename(ada, 'Three');
      await gateway.reject(ada, faces[2]!);
      const whole = (await entries()).nodes;
      expect(whole.map(({ kind, name }: { kind: string; name: string | null }) => name ?? kind)).toEqual([
        'REJECTED',
        'Three',
        'LABELED',
        'Two',
        'One',
        'REJECTED',
      ]);
      for (const first of [1, 2, 4]) {
        const nodes = [];
        let page = await entries({ first });
        nodes.push(...page.nodes);
        while (page.pageInfo.hasNextPage) {
          page = await entries({ first, after: page.pageInfo.endCursor });
          nodes.push(...page.nodes);
        }
        expect(nodes).toEqual(whole);
      }
    });

    it('tells of both people, and what they were called, also when they are gone', async () => {
      const [ada, eve] = [await gateway.named('Ada'), await gateway.named('Eve')];
      const { answerSamePerson } = await gateway.data(
        `mutation ($one: ID!, $other: ID!) {
          answerSamePerson(one: $one, other: $other, answer: DIFFERENT) { actionId } }`,
        { one: ada, other: eve },
      );
      await takeBack(answerSamePerson.actionId);
      await gateway.data(
        'mutation ($into: ID!, $from: [ID!]!) { mergePeople(into: $into, from: $from) { person { id } } }',
        { into: ada, from: [eve] },
      );
      await gateway.data('mutation ($ids: [ID!]!) { deletePerson(ids: $ids) { results { id } } }', {
        ids: [ada],
      });
      expect((await entries()).nodes).toMatchObject([
        { kind: 'PERSON_DELETED', name: 'Ada', person: null },
        { kind: 'PERSON_MERGED', name: 'Eve', person: null, other: null },
        { kind: 'ANSWER_TAKEN_BACK', takenBack: false },
        { kind: 'TOLD_APART', takenBack: true },
      ]);
    });
  });

  it('refuses cursors that are none, and pages that are too long', async () => {
    const codeOf = async (variables: Record<string, unknown>) =>
      (await gateway.ask(HISTORY, variables)).errors?.[0]?.extensions['code'];
    expect(await codeOf({ first: 1, after: 'x' })).toBe('ARGUMENT_INVALID');
    expect(await codeOf({ first: 101 })).toBe('ARGUMENT_INVALID');
    expect(await codeOf({ first: 0 })).toBe('ARGUMENT_INVALID');
  });
});
