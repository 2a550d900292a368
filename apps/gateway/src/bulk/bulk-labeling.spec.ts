import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FaceId, PersonId } from '@kindred/domain';
import { aFace, aFaceId, anAssignment, aPersonId } from '@kindred/testing';
import { reconcileLibrary } from '../reconcile/reconcile-library';
import { TestGateway } from '../testing/test-gateway';

const ACTION =
  'id faceCount refusals { faceCount failure { code message } } job { state total done } person { name }';
const SELECTION = '$selection: FaceSelection!';
const LABEL = `mutation (${SELECTION}, $personId: ID, $name: String) {
  labelAllFaces(selection: $selection, personId: $personId, name: $name) { ${ACTION} } }`;
const CONFIRM = `mutation (${SELECTION}) { confirmAllFaces(selection: $selection) { ${ACTION} } }`;
const REJECT = `mutation (${SELECTION}, $personId: ID) {
  rejectAllFaces(selection: $selection, personId: $personId) { ${ACTION} } }`;
const UNLABEL = `mutation (${SELECTION}) { unlabelAllFaces(selection: $selection) { ${ACTION} } }`;
const IGNORE = `mutation (${SELECTION}) { ignoreAllFaces(selection: $selection) { ${ACTION} } }`;
const STOP_IGNORING = `mutation (${SELECTION}) { stopIgnoringAllFaces(selection: $selection) { ${ACTION} } }`;
const DELETE = `mutation (${SELECTION}) { deleteAllFaces(selection: $selection) { ${ACTION} } }`;
const TAKE_BACK = `mutation ($id: ID!) { takeBack(actionId: $id) { faces { ${ACTION} } } }`;

interface Told {
  id: string | null;
  faceCount: number;
  refusals: { faceCount: number; failure: { code: string } }[];
  job: { state: string; total: number; done: number } | null;
  person: { name: string } | null;
}

describe('saying something of all faces that match a filter', () => {
  let gateway: TestGateway;
  let ada: PersonId;
  let ben: PersonId;
  let faces: FaceId[];
  beforeEach(async () => {
    gateway = await TestGateway.open();
    [ada, ben] = [await gateway.named('Ada'), await gateway.named('Ben')];
    faces = await gateway.faces(1, 2, 3, 4, 5, 6);
    await gateway.suggest(ada, 0.9, faces[0]!, faces[1]!);
    await gateway.suggest(ben, 0.6, faces[2]!);
    await gateway.label(ben, faces[3]!);
  });
  afterEach(() => gateway.close());

  const say = async (mutation: string, variables: Record<string, unknown>): Promise<Told> =>
    Object.values(await gateway.data(mutation, variables))[0] as Told;
  const takeBack = async (id: string | null): Promise<Told> =>
    (await gateway.data(TAKE_BACK, { id })).takeBack.faces;
  const of = (filter: object, expectedCount: number, except: readonly string[] = []) => ({
    selection: { filter, expectedCount, except },
  });
  /** What everybody sees: who each face is, and who it is not. */
  const everything = async () => {
    const rejections = await gateway.ports.faces.rejectionsOf(faces);
    const standings = await Promise.all(faces.map((face) => gateway.standing(face)));
    return standings.map((standing, index) => ({
      standing,
      not: [...(rejections.get(faces[index]!) ?? [])].sort(),
    }));
  };
  const logged = async () => (await gateway.ports.labels.after(0, 1000)).length;

  it('labels them as a person, or as a new one, and leaves some out', async () => {
    const told = await say(LABEL, { ...of({ state: 'INFERRED' }, 2, [faces[1]!]), name: 'Cleo' });
    expect(told).toMatchObject({
      faceCount: 2,
      refusals: [],
      job: { state: 'COMPLETED', total: 2, done: 2 },
      person: { name: 'Cleo' },
    });
    expect(await gateway.standing(faces[0]!)).toMatchObject({ state: 'labeled' });
    expect(await gateway.standing(faces[1]!)).toMatchObject({ state: 'inferred', person: ada });
    await say(LABEL, { ...of({}, 6), personId: ada });
    for (const face of faces) expect(await gateway.standing(face)).toEqual({ state: 'labeled', person: ada });
  });

  it('confirms each face as whom it is suggested to be, and refuses those that nobody is suggested for', async () => {
    const told = await say(CONFIRM, of({}, 6));
    expect(told).toMatchObject({ faceCount: 3, refusals: [{ faceCount: 3, failure: { code: 'CONFLICT' } }] });
    expect(await gateway.standing(faces[0]!)).toEqual({ state: 'labeled', person: ada });
    expect(await gateway.standing(faces[2]!)).toEqual({ state: 'labeled', person: ben });
    expect(await gateway.standing(faces[5]!)).toEqual({ state: 'unknown', person: null });
  });

  it('rejects a person, or without one whom each face is taken for', async () => {
    await say(REJECT, { ...of({ person: ada }, 2), personId: ben });
    expect((await everything())[0]).toMatchObject({ standing: { person: ada }, not: [ben] });
    const told = await say(REJECT, of({}, 6));
    expect(told).toMatchObject({ faceCount: 4, refusals: [{ faceCount: 2 }] });
    expect((await everything()).map(({ not }) => not)).toEqual([
      [ada, ben].sort(),
      [ada, ben].sort(),
      [ben],
      [ben],
      [],
      [],
    ]);
  });

  it('unlabels those that are labeled', async () => {
    expect(await say(UNLABEL, of({}, 6))).toMatchObject({ faceCount: 1, refusals: [{ faceCount: 5 }] });
    expect((await gateway.standing(faces[3]!))?.state).toBe('unknown');
  });

  it('ignores them, and stops ignoring: each face is who it was before', async () => {
    const before = await everything();
    expect(await say(IGNORE, of({ state: 'UNKNOWN' }, 2))).toMatchObject({ faceCount: 2, refusals: [] });
    expect(await say(IGNORE, of({}, 4))).toMatchObject({ faceCount: 4, refusals: [] });
    for (const face of faces)
      expect(await gateway.standing(face)).toEqual({ state: 'ignored', person: null });
    expect(await say(IGNORE, of({ state: 'IGNORED' }, 6))).toMatchObject({
      faceCount: 0,
      refusals: [{ faceCount: 6, failure: { code: 'CONFLICT' } }],
    });
    const stopped = await say(STOP_IGNORING, of({ state: 'IGNORED' }, 5, [faces[0]!]));
    expect(stopped).toMatchObject({ faceCount: 5, refusals: [], job: { state: 'COMPLETED' } });
    expect((await everything()).slice(1)).toEqual(before.slice(1));
    expect(await gateway.standing(faces[0]!)).toEqual({ state: 'ignored', person: null });
    expect(await say(STOP_IGNORING, of({}, 5))).toMatchObject({
      faceCount: 0,
      refusals: [{ faceCount: 5, failure: { code: 'CONFLICT' } }],
    });
  });

  it('deletes them, until they are brought back', async () => {
    const deleted = await say(DELETE, of({ state: 'UNKNOWN' }, 2));
    expect(deleted).toMatchObject({ faceCount: 2 });
    expect((await gateway.ports.faces.getMany(faces)).map(({ id }) => id)).toEqual(faces.slice(0, 4));
    expect(await takeBack(deleted.id)).toMatchObject({ faceCount: 2, refusals: [] });
    expect((await gateway.ports.faces.getMany(faces)).map(({ id }) => id)).toEqual(faces);
  });

  it.each([
    ['ignored', IGNORE],
    ['deleted', DELETE],
  ])('keeps a group whose faces are all %s out of sight, until that is taken back', async (_, mutation) => {
    const group = await gateway.unknown(7, faces[4]!, faces[5]!);
    const groups = async () => {
      const query = `{ people(kind: UNKNOWN) { nodes { id displayName unknownCount } } stats { people { unknown } } }`;
      const { people, stats } = await gateway.data(query);
      expect(stats.people.unknown).toBe(people.nodes.length);
      return people.nodes;
    };
    const before = await groups();
    expect(before).toEqual([{ id: group, displayName: 'Unknown 7', unknownCount: 2 }]);
    const told = await say(mutation, of({ person: group, state: 'UNKNOWN' }, 2));
    expect(await groups()).toEqual([]);
    const small = await gateway.ports.people.smallUnknown(2, 10);
    await gateway.ports.people.removeUnlabeled([group, ...small.map(({ id }) => id)]);
    expect(await takeBack(told.id)).toMatchObject({ faceCount: 2, refusals: [] });
    expect(await groups()).toEqual(before);
  });

  it('does nothing when there are more or fewer by now, and tells how many', async () => {
    const before = await everything();
    for (const expectedCount of [2, 4, 0]) {
      const { errors } = await gateway.ask(LABEL, {
        ...of({ state: 'INFERRED' }, expectedCount),
        name: 'Cleo',
      });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', count: 3, hint: expect.any(String) });
    }
    expect(await everything()).toEqual(before);
    expect(await logged()).toBe(1);
    expect(await gateway.ports.people.findByName('Cleo')).toBeNull();
    expect(await gateway.ports.jobs.list()).toEqual([]);
  });

  it('does nothing to nobody', async () => {
    const told = await say(LABEL, { ...of({ state: 'LABELED', person: ada }, 0), name: 'Cleo' });
    expect(told).toEqual({ id: null, faceCount: 0, refusals: [], job: null, person: null });
    expect(await gateway.ports.people.findByName('Cleo')).toBeNull();
    expect(await say(CONFIRM, of({ state: 'UNKNOWN' }, 2))).toMatchObject({
      id: null,
      refusals: [{ faceCount: 2 }],
    });
  });

  describe('is taken back as one action', () => {
    it.each([
      ['labels', LABEL, { name: 'Cleo' }],
      ['confirmations', CONFIRM, {}],
      ['rejections', REJECT, {}],
      ['unlabeling', UNLABEL, {}],
      ['ignoring', IGNORE, {}],
    ])('%s, exactly, and done again', async (_, mutation, whom) => {
      await gateway.reject(ada, faces[4]!);
      const before = await everything();
      const { id } = await say(mutation, { ...of({}, 6), ...whom });
      const after = await everything();
      const back = await takeBack(id);
      expect(await everything()).toEqual(before);
      await takeBack(back.id);
      expect(await everything()).toEqual(after);
    });

    it('exactly, however many pages of faces it was said of', async () => {
      const many = Array.from({ length: 1300 }, (_, index) => aFaceId(`one of many ${index}`));
      await gateway.ports.faces.upsert(many.map((id) => aFace({ id })));
      await gateway.suggest(ada, 0.9, ...many.slice(0, 700));
      await gateway.reject(ben, ...many.slice(600, 800));
      const shown = async () => ({
        standings: (await gateway.ports.faces.getMany(many)).map(({ standing }) => standing),
        not: await gateway.ports.faces.rejectionsOf(many),
      });
      const settled = async (id: string | null) => {
        while ((await gateway.ports.actions.get(id!))?.state !== 'done') await nextTurn();
      };
      const before = await shown();
      const { id } = await say(LABEL, { ...of({}, 1306), personId: ben });
      await settled(id);
      const after = await shown();
      expect(new Set(after.standings.map(({ state, person }) => `${state} ${person}`))).toEqual(
        new Set([`labeled ${ben}`]),
      );
      const back = await takeBack(id);
      // One of them was that person before.
      expect(back).toMatchObject({ faceCount: 1305, refusals: [] });
      await settled(back.id);
      expect(await shown()).toEqual(before);
      const again = await takeBack(back.id);
      await settled(again.id);
      expect(await shown()).toEqual(after);
    }, 30_000);

    it('but for faces of which something else was said since, or that are gone', async () => {
      const { id } = await say(LABEL, { ...of({}, 6), personId: ada });
      await gateway.ports.labels.append([anAssignment(faces[0]!, ben, { seed: 'later' })]);
      await gateway.ports.faces.remove([faces[1]!]);
      const back = await takeBack(id);
      expect(back.faceCount).toBe(4);
      expect(back.refusals.map(({ failure }) => failure.code).sort()).toEqual(['CONFLICT', 'NOT_FOUND']);
    });

    it('not at all when nothing is left to say, and says why', async () => {
      const { id } = await say(LABEL, { ...of({}, 6), personId: ada });
      await gateway.ports.labels.append(
        faces.map((face) => anAssignment(face, ben, { seed: `later ${face}` })),
      );
      const { errors } = await gateway.ask(TAKE_BACK, { id });
      expect(errors?.[0]).toMatchObject({
        message: 'Something else was said about this face meanwhile.',
        extensions: { code: 'CONFLICT' },
      });
    });

    it('once, and not when it is not known', async () => {
      const codeOf = async (id: string) =>
        (await gateway.ask(TAKE_BACK, { id })).errors?.[0]?.extensions['code'];
      const { id } = await say(UNLABEL, of({ state: 'LABELED' }, 1));
      await takeBack(id);
      expect(await codeOf(id!)).toBe('CONFLICT');
      for (const unknown of ['', 'x', aFaceId()]) expect(await codeOf(unknown)).toBe('NOT_FOUND');
    });
  });

  it('refuses what means nothing, before anything is done', async () => {
    const codeOf = async (mutation: string, variables: Record<string, unknown>) =>
      (await gateway.ask(mutation, variables)).errors?.[0]?.extensions['code'];
    const many = Array.from({ length: 10_001 }, (_, seed) => aFaceId(seed));
    expect(await codeOf(CONFIRM, of({}, 6, many))).toBe('ARGUMENT_INVALID');
    expect(await codeOf(CONFIRM, of({}, 6, ['x']))).toBe('ARGUMENT_INVALID');
    expect(await codeOf(CONFIRM, of({}, -1))).toBe('ARGUMENT_INVALID');
    expect(await codeOf(CONFIRM, of({ minimumQuality: 2 }, 6))).toBe('ARGUMENT_INVALID');
    expect(await codeOf(CONFIRM, of({ person: aPersonId('nobody') }, 6))).toBe('NOT_FOUND');
    expect(await codeOf(LABEL, { ...of({}, 6), personId: aPersonId('nobody') })).toBe('NOT_FOUND');
    expect(await codeOf(LABEL, of({}, 6))).toBe('ARGUMENT_INVALID');
    expect(await codeOf(LABEL, { ...of({}, 6), name: ' ' })).toBe('NAME_INVALID');
    expect(await codeOf(REJECT, { ...of({}, 6), personId: 'x' })).toBe('NOT_FOUND');
    expect(await logged()).toBe(1);
  });

  it('cannot be cancelled half-way, but taken back', async () => {
    const { id } = await say(UNLABEL, of({ state: 'LABELED' }, 1));
    const { errors } = await gateway.ask('mutation ($id: ID!) { cancelJob(id: $id) { id } }', { id });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', hint: expect.any(String) });
  });

  it('takes ten thousand faces to leave out', async () => {
    const except = [...faces.slice(0, 1), ...Array.from({ length: 9_999 }, (_, seed) => aFaceId(seed + 100))];
    expect(await say(CONFIRM, of({ state: 'INFERRED' }, 2, except))).toMatchObject({ faceCount: 2 });
  });

  describe('when Kindred is killed', () => {
    it('after it was written down, holds for all of them from the next start on', async () => {
      const { id } = await say(LABEL, { ...of({}, 6), personId: ada });
      const action = (await gateway.ports.actions.get(id!))!;
      // What a process leaves that dies between saying and showing.
      const other = { ...action, id: aFaceId('job'), decisions: 1 };
      await gateway.ports.jobs.put({
        ...(await gateway.ports.jobs.list())[0]!,
        id: other.id as never,
        state: 'running',
        finishedAt: null,
      });
      await gateway.ports.actions.begin(other);
      await gateway.ports.labels.append([
        { ...anAssignment(faces[0]!, ben, { seed: 'late' }), action: other.id },
      ]);
      await reconcileLibrary(gateway.ports);
      expect(await gateway.standing(faces[0]!)).toEqual({ state: 'labeled', person: ben });
      expect((await gateway.ports.actions.get(other.id))!.state).toBe('done');
      expect((await gateway.ports.jobs.get(other.id as never))!.state).toBe('completed');
    });

    it('before it was written down, was never said', async () => {
      const deed = { kind: 'said', statement: 'label', person: ada } as const;
      const id = aFaceId('job');
      await gateway.ports.actions.begin({
        id,
        deed,
        actor: 'user',
        at: '2026-01-01T00:00:00Z',
        takesBack: null,
        decisions: 2,
      });
      await reconcileLibrary(gateway.ports);
      expect((await gateway.ports.actions.get(id))!.state).toBe('refused');
    });
  });
});
