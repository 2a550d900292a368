import { recordDecisions } from '@kindred/domain';
import { aFace, aFaceId, anUnknownPerson, aPersonId, aRestoration, aUnitVector } from '@kindred/testing';
import { finishDeletions } from '../deletion/finish-deletions';
import { vectorToText } from '../search/similar-faces.use-case';
import { TestGateway } from '../testing/test-gateway';

const RESULTS =
  'results { id face { id state person { id name labeledCount } } failure { code message hint } }';
const LABEL = `mutation ($faceIds: [ID!]!, $personId: ID, $name: String) {
  labelFaces(faceIds: $faceIds, personId: $personId, name: $name) { person { id name labeledCount } ${RESULTS} } }`;
const UNLABEL = `mutation ($faceIds: [ID!]!) { unlabelFaces(faceIds: $faceIds) { ${RESULTS} } }`;
const REJECT = `mutation ($faceIds: [ID!]!, $personId: ID!) { rejectFaces(faceIds: $faceIds, personId: $personId) { ${RESULTS} } }`;
const IGNORE = `mutation ($faceIds: [ID!]!) { ignoreFaces(faceIds: $faceIds) { ${RESULTS} } }`;
const HEED = `mutation ($faceIds: [ID!]!) { stopIgnoringFaces(faceIds: $faceIds) { ${RESULTS} } }`;
const RESTORE = `mutation ($faceIds: [ID!]!) { restoreFaces(faceIds: $faceIds) { ${RESULTS} } }`;
const DELETE =
  'mutation ($faceIds: [ID!]!) { deleteFaces(faceIds: $faceIds) { results { id failure { code message hint } } } }';

describe('saying who faces are', () => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await TestGateway.open();
  });
  afterEach(() => gateway.close());

  const codeOf = async (mutation: string, variables: Record<string, unknown>) =>
    (await gateway.ask(mutation, variables)).errors?.[0]?.extensions['code'];
  const label = async (variables: Record<string, unknown>) =>
    (await gateway.data(LABEL, variables)).labelFaces;
  const announced = () => gateway.ports.bus.published('faces.labeled').map(({ data }) => data);

  it('labels by the id of a person', async () => {
    const ada = await gateway.named('Ada');
    const [a, b] = await gateway.faces(1, 2);
    const { person, results } = await label({ faceIds: [b, a], personId: ada });
    expect(person).toEqual({ id: ada, name: 'Ada', labeledCount: 2 });
    const face = (id: string) => ({ id, face: { id, state: 'LABELED', person }, failure: null });
    expect(results).toEqual([face(b!), face(a!)]);
    expect(announced()).toEqual([{ faces: [b, a], people: [ada] }]);
  });

  it('labels by a name that somebody has, however it is written', async () => {
    const ada = await gateway.named('Ada Lovelace');
    const [face] = await gateway.faces(1);
    expect((await label({ faceIds: [face], name: '  ada  LOVELACE' })).person).toEqual({
      id: ada,
      name: 'Ada Lovelace',
      labeledCount: 1,
    });
  });

  it('labels by a new name, which becomes one person even when it is said twice at once', async () => {
    const [a, b] = await gateway.faces(1, 2);
    const [one, other] = await Promise.all([
      label({ faceIds: [a], name: 'Ada' }),
      label({ faceIds: [b], name: 'ADA' }),
    ]);
    expect(one.person.id).toBe(other.person.id);
    expect(await gateway.ports.people.counts()).toEqual({ named: 1, unknown: 0 });
  });

  it('replaces what was said before, and tells about both people', async () => {
    const [ada, eve] = [await gateway.named('Ada'), await gateway.named('Eve')];
    const [face] = await gateway.faces(1);
    await label({ faceIds: [face], personId: ada });
    await label({ faceIds: [face], personId: eve });
    expect(await gateway.standing(face!)).toEqual({ state: 'labeled', person: eve });
    expect(new Set(announced()[1]!.people)).toEqual(new Set([ada, eve]));
    expect((await gateway.ports.people.get(ada))?.counts.labeled).toBe(0);
  });

  it('confirms a suggestion by labeling with the suggested person', async () => {
    const ada = await gateway.named('Ada');
    const [face] = await gateway.faces(1);
    await gateway.suggest(ada, 0.7, face!);
    expect((await label({ faceIds: [face], personId: ada })).results[0].face.state).toBe('LABELED');
  });

  it('needs either an id or a name, of somebody who has a name', async () => {
    const [face] = await gateway.faces(1);
    const group = await gateway.unknown(1, face!);
    const ada = await gateway.named('Ada');
    expect(await codeOf(LABEL, { faceIds: [face] })).toBe('ARGUMENT_INVALID');
    expect(await codeOf(LABEL, { faceIds: [face], personId: ada, name: 'Ada' })).toBe('ARGUMENT_INVALID');
    expect(await codeOf(LABEL, { faceIds: [face], personId: group })).toBe('CONFLICT');
    expect(await codeOf(LABEL, { faceIds: [face], personId: aPersonId('nobody') })).toBe('NOT_FOUND');
    expect(await codeOf(LABEL, { faceIds: [face], personId: 'x' })).toBe('NOT_FOUND');
    expect(await codeOf(LABEL, { faceIds: [face], name: ' ' })).toBe('NAME_INVALID');
    expect(await gateway.standing(face!)).toEqual({ state: 'unknown', person: group });
    expect(announced()).toEqual([]);
  });

  it('creates nobody when there is no face to label', async () => {
    const { person, results } = await label({ faceIds: [aFaceId(99)], name: 'Ada' });
    expect(person).toBeNull();
    expect(results).toMatchObject([{ face: null, failure: { code: 'NOT_FOUND' } }]);
    expect(await gateway.ports.people.counts()).toEqual({ named: 0, unknown: 0 });
    expect((await label({ faceIds: [], name: 'Ada' })).results).toEqual([]);
  });

  it.each([
    ['labelFaces', LABEL],
    ['unlabelFaces', UNLABEL],
    ['rejectFaces', REJECT],
    ['deleteFaces', DELETE],
  ])(
    'answers for each id that %s is given, in order: known, unknown, malformed and repeated ones',
    async (name, mutation) => {
      const personId = await gateway.named('Ada');
      const [a, b] = await gateway.faces(1, 2);
      const faceIds = [b, 'x', aFaceId(99), a, b, '', 'A'.repeat(300), a!.toUpperCase()];
      const variables = mutation === LABEL || mutation === REJECT ? { faceIds, personId } : { faceIds };
      const { results } = (await gateway.data(mutation, variables))[name];
      expect(results.map(({ id }: { id: string }) => id)).toEqual(faceIds);
      const malformed = 'ARGUMENT_INVALID';
      expect(
        results.map(({ failure }: { failure: { code: string } | null }) => failure?.code ?? null),
      ).toEqual([null, malformed, 'NOT_FOUND', null, null, malformed, malformed, malformed]);
      for (const { failure } of results) if (failure) expect(failure.message.length).toBeLessThan(200);
      const decisions = await gateway.ports.labels.ofFaces([a!, b!]);
      expect([decisions.get(a!)?.length, decisions.get(b!)?.length]).toEqual([1, 1]);
    },
  );

  it('takes a thousand ids at once and refuses more, whole', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => aFaceId(`many ${i}`));
    await gateway.ports.faces.upsert(many(1000).map((id) => aFace({ id })));
    expect((await label({ faceIds: many(1000), name: 'Ada' })).person.labeledCount).toBe(1000);
    const personId = (await gateway.ports.people.findByName('Ada'))!.id;
    for (const mutation of [LABEL, UNLABEL, REJECT, DELETE]) {
      const variables = {
        faceIds: many(1001),
        ...(mutation === LABEL || mutation === REJECT ? { personId } : {}),
      };
      expect(await codeOf(mutation, variables)).toBe('ARGUMENT_INVALID');
    }
    expect((await gateway.ports.faces.counts()).labeled).toBe(1000);
  });

  it('shows each of several mutations of one request what the ones before it did', async () => {
    const ada = await gateway.named('Ada');
    const [a, b] = await gateway.faces(1, 2);
    const both = await gateway.data(
      `mutation ($a: [ID!]!, $b: [ID!]!, $ada: ID!) {
        one: labelFaces(faceIds: $a, personId: $ada) { ${RESULTS} }
        other: labelFaces(faceIds: $b, personId: $ada) { ${RESULTS} } }`,
      { a: [a], b: [b], ada },
    );
    expect(both.one.results[0].face.person.labeledCount).toBe(1);
    expect(both.other.results[0].face.person.labeledCount).toBe(2);
  });

  it('keeps a label through a rescan, which finds the face again and suggests somebody else', async () => {
    const [ada, eve] = [await gateway.named('Ada'), await gateway.named('Eve')];
    const [face] = await gateway.faces(1);
    await label({ faceIds: [face], personId: ada });
    await gateway.data('mutation { rescan { photoCount } }');
    await gateway.face(1, { score: 0.5 });
    await gateway.suggest(eve, 0.99, face!);
    expect(await gateway.standing(face!)).toEqual({ state: 'labeled', person: ada });
  });

  it('lets a human say that two faces of one photo are the same person, as in a collage or a mirror', async () => {
    const { id: photo } = await gateway.photo('mirror');
    const [a, b] = [await gateway.face(1, { photo }), await gateway.face(2, { photo })];
    const { person, results } = await label({ faceIds: [a, b], name: 'Ada' });
    expect(results.map(({ failure }: { failure: unknown }) => failure)).toEqual([null, null]);
    expect(person.labeledCount).toBe(2);
  });

  describe('that they are nobody known', () => {
    it('takes a label back and keeps rejections', async () => {
      const [ada, eve] = [await gateway.named('Ada'), await gateway.named('Eve')];
      const [face] = await gateway.faces(1);
      await gateway.reject(eve, face!);
      await gateway.label(ada, face!);
      const { results } = (await gateway.data(UNLABEL, { faceIds: [face] })).unlabelFaces;
      expect(results).toEqual([
        { id: face, face: { id: face, state: 'UNKNOWN', person: null }, failure: null },
      ]);
      expect((await gateway.ports.faces.rejectionsOf([face!])).get(face!)).toEqual(new Set([eve]));
      expect(announced()).toEqual([{ faces: [face], people: [ada] }]);
    });
  });

  describe('that they are not somebody', () => {
    it('drops the suggestion and never takes it again', async () => {
      const ada = await gateway.named('Ada');
      const [face] = await gateway.faces(1);
      await gateway.suggest(ada, 0.9, face!);
      const { results } = (await gateway.data(REJECT, { faceIds: [face], personId: ada })).rejectFaces;
      expect(results[0].face).toEqual({ id: face, state: 'UNKNOWN', person: null });
      await gateway.suggest(ada, 1, face!);
      expect(await gateway.standing(face!)).toEqual({ state: 'unknown', person: null });
    });

    it('takes back a label of that very person, and is itself taken back by one', async () => {
      const ada = await gateway.named('Ada');
      const [face] = await gateway.faces(1);
      await label({ faceIds: [face], personId: ada });
      await gateway.data(REJECT, { faceIds: [face], personId: ada });
      expect(await gateway.standing(face!)).toEqual({ state: 'unknown', person: null });
      await label({ faceIds: [face], personId: ada });
      expect(await gateway.standing(face!)).toEqual({ state: 'labeled', person: ada });
      expect(await gateway.ports.faces.rejectionsOf([face!])).toEqual(new Map());
    });

    it('works for unknown people too, and needs one that exists', async () => {
      const [a, b] = await gateway.faces(1, 2);
      const group = await gateway.unknown(1, a!, b!);
      await gateway.data(REJECT, { faceIds: [a], personId: group });
      expect(await gateway.standing(a!)).toEqual({ state: 'unknown', person: null });
      expect(await codeOf(REJECT, { faceIds: [b], personId: anUnknownPerson(9).id })).toBe('NOT_FOUND');
    });
  });

  describe('that nobody cares about them', () => {
    const STATS = '{ stats { faces { unknown ignored total } } }';
    const ignore = async (...faceIds: unknown[]) => (await gateway.data(IGNORE, { faceIds })).ignoreFaces;
    const heed = async (...faceIds: unknown[]) => (await gateway.data(HEED, { faceIds })).stopIgnoringFaces;

    it('puts them out of sight: in no group, no count and no list but their own', async () => {
      const [a, b, c] = await gateway.faces(1, 2, 3);
      const group = await gateway.unknown(1, a!, b!, c!);
      const { results } = await ignore(a, b);
      expect(results.map(({ face }: { face: unknown }) => face)).toEqual([
        { id: a, state: 'IGNORED', person: null },
        { id: b, state: 'IGNORED', person: null },
      ]);
      expect((await gateway.data(STATS)).stats.faces).toEqual({ unknown: 1, ignored: 2, total: 1 });
      const LIST = 'query ($state: FaceState) { faces(filter: { state: $state }) { nodes { id } } }';
      const listed = async (state?: string) =>
        (await gateway.data(LIST, { state })).faces.nodes.map(({ id }: { id: string }) => id).sort();
      expect(await listed('IGNORED')).toEqual([a, b].sort());
      expect(await listed()).toEqual([c]);
      expect((await gateway.ports.people.get(group))!.counts.unknown).toBe(1);
      expect(announced()).toEqual([{ faces: [a, b], people: [group] }]);
    });

    it('is not said twice, and ends with who they were', async () => {
      const ada = await gateway.named('Ada');
      const [labeled, inferred] = await gateway.faces(1, 2);
      await gateway.label(ada, labeled!);
      await gateway.suggest(ada, 0.7, inferred!);
      await ignore(labeled, inferred);
      await ignore(labeled);
      await gateway.suggest(ada, 0.9, inferred!);
      await heed(labeled, inferred);
      await heed(labeled);
      expect(await gateway.standing(labeled!)).toEqual({ state: 'labeled', person: ada });
      expect(await gateway.standing(inferred!)).toEqual({ state: 'inferred', person: ada, confidence: 0.7 });
      const kinds = (await gateway.ports.labels.ofFaces([labeled!])).get(labeled!)!.map(({ kind }) => kind);
      expect(kinds).toEqual(['assign', 'ignore', 'unignore', 'assign']);
    });

    it('ends when one of them is labeled', async () => {
      const ada = await gateway.named('Ada');
      const [face] = await gateway.faces(1);
      await ignore(face);
      await label({ faceIds: [face], personId: ada });
      expect(await gateway.standing(face!)).toEqual({ state: 'labeled', person: ada });
    });

    it('holds through a deletion and a rescan', async () => {
      const [face] = await gateway.faces(1);
      await ignore(face);
      await gateway.data(DELETE, { faceIds: [face] });
      expect((await gateway.data(STATS)).stats.faces.ignored).toBe(0);
      await gateway.data(RESTORE, { faceIds: [face] });
      expect(await gateway.standing(face!)).toEqual({ state: 'ignored', person: null });
      await gateway.face(1);
      expect(await gateway.standing(face!)).toEqual({ state: 'ignored', person: null });
    });

    it('keeps them out of a search by face, without a gap', async () => {
      const [face, other] = await gateway.faces(1, 2);
      await ignore(face);
      const { similarFaces } = await gateway.data(
        'query ($vector: String!) { similarFaces(vector: $vector, first: 1) { face { id } } }',
        { vector: vectorToText(aUnitVector(1)) },
      );
      expect(similarFaces).toEqual([{ face: { id: other } }]);
    });
  });

  describe('and deleting them', () => {
    it('takes them out of everything at once: no face, crop, search or place in a person shows them', async () => {
      const ada = await gateway.named('Ada');
      const [face, other] = await gateway.faces(1, 2);
      await gateway.label(ada, face!, other!);
      const url = (await gateway.data('query ($id: ID!) { face(id: $id) { cropUrl } }', { id: face })).face
        .cropUrl;
      await gateway.data(DELETE, { faceIds: [face] });
      expect(await gateway.ports.faces.get(face!)).toBeNull();
      expect((await gateway.send(url)).status).toBe(404);
      const { similarFaces } = await gateway.data(
        'query ($vector: String!) { similarFaces(vector: $vector, first: 1) { face { id } } }',
        { vector: vectorToText(aUnitVector(1)) },
      );
      expect(similarFaces).toEqual([{ face: { id: other } }]);
      expect((await gateway.ports.people.get(ada))?.counts.labeled).toBe(1);
      expect(gateway.ports.bus.published('faces.deleted').map(({ data }) => data)).toEqual([
        { faces: [face] },
      ]);
    });

    it('takes back the label but no rejection: who a rescan brings back is nobody until somebody says so again', async () => {
      const [ada, eve] = [await gateway.named('Ada'), await gateway.named('Eve')];
      const [face] = await gateway.faces(1);
      await gateway.reject(eve, face!);
      await gateway.label(ada, face!);
      await gateway.data(DELETE, { faceIds: [face] });
      await comesBack(1);
      expect(await gateway.standing(face!)).toEqual({ state: 'unknown', person: null });
      await gateway.suggest(eve, 0.99, face!);
      expect(await gateway.standing(face!)).toEqual({ state: 'unknown', person: null });
      await label({ faceIds: [face], personId: ada });
      expect(await gateway.standing(face!)).toEqual({ state: 'labeled', person: ada });
    });

    it('brings them back as they were, with what was said and suggested, as often as that is asked for', async () => {
      const [ada, eve] = [await gateway.named('Ada'), await gateway.named('Eve')];
      const faceIds = await gateway.faces(1, 2, 3);
      const [labeled, inferred, alone] = faceIds;
      await gateway.reject(eve, labeled!);
      await gateway.label(ada, labeled!);
      await gateway.suggest(ada, 0.7, inferred!);
      await gateway.data(DELETE, { faceIds });
      for (let time = 0; time < 2; time += 1) {
        const { results } = (await gateway.data(RESTORE, { faceIds })).restoreFaces;
        expect(results.map(({ failure }: { failure: unknown }) => failure)).toEqual([null, null, null]);
        expect(await gateway.standing(labeled!)).toEqual({ state: 'labeled', person: ada });
        expect(await gateway.standing(inferred!)).toEqual({
          state: 'inferred',
          person: ada,
          confidence: 0.7,
        });
        expect(await gateway.standing(alone!)).toEqual({ state: 'unknown', person: null });
      }
      expect((await gateway.ports.faces.rejectionsOf([labeled!])).get(labeled!)).toEqual(new Set([eve]));
      const told = announced();
      expect(told).toEqual([{ faces: expect.arrayContaining(faceIds), people: [ada] }]);
      const kinds = (await gateway.ports.labels.ofFaces([labeled!])).get(labeled!)!.map(({ kind }) => kind);
      expect(kinds).toEqual(['reject', 'assign', 'delete', 'restore', 'assign']);
    });

    it('keeps what was said of them meanwhile, and follows people who were merged', async () => {
      const [ada, eve, dan] = [
        await gateway.named('Ada'),
        await gateway.named('Eve'),
        await gateway.named('Dan'),
      ];
      const [face] = await gateway.faces(1);
      await gateway.label(ada, face!);
      await gateway.data(DELETE, { faceIds: [face] });
      await gateway.reject(dan, face!);
      await gateway.data(
        'mutation ($into: ID!, $from: [ID!]!) { mergePeople(into: $into, from: $from) { person { id } } }',
        { into: eve, from: [ada] },
      );
      await gateway.data(RESTORE, { faceIds: [face] });
      expect(await gateway.standing(face!)).toEqual({ state: 'labeled', person: eve });
      expect((await gateway.ports.faces.rejectionsOf([face!])).get(face!)).toEqual(new Set([dan]));
    });

    it('brings nothing back that is erased, and says what does', async () => {
      const [face] = await gateway.faces(1);
      await gateway.data(DELETE, { faceIds: [face] });
      await finishDeletions(gateway.ports, 0);
      const { results } = (await gateway.data(RESTORE, { faceIds: [face, 'x'] })).restoreFaces;
      expect(results).toMatchObject([
        { face: null, failure: { code: 'NOT_FOUND', hint: expect.stringContaining('rescan') } },
        { face: null, failure: { code: 'ARGUMENT_INVALID' } },
      ]);
    });

    /** What the detector does with a face that a rescan finds again. */
    async function comesBack(seed: number): Promise<void> {
      const face = await gateway.face(seed);
      await recordDecisions(gateway.ports, [aRestoration(face, { seed: Math.random() })]);
    }
  });
});
