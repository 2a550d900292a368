import * as fc from 'fast-check';
import { type Decision, type HumanView, humanViewOf, NOTHING_SAID } from '@kindred/domain';
import { aFace, aFaceId, anAssignment, aPersonId } from '@kindred/testing';
import { TestGateway } from '../testing/test-gateway';
import { type Statement, statementsToward } from './say-again';

const RESULTS =
  'results { id face { state confidence person { name } } failure { code } said { before now } }';
const LABEL = `mutation ($faceIds: [ID!]!, $name: String) { labelFaces(faceIds: $faceIds, name: $name) { ${RESULTS} } }`;
const UNLABEL = `mutation ($faceIds: [ID!]!) { unlabelFaces(faceIds: $faceIds) { ${RESULTS} } }`;
const REJECT = `mutation ($faceIds: [ID!]!, $personId: ID!) { rejectFaces(faceIds: $faceIds, personId: $personId) { ${RESULTS} } }`;
const IGNORE = `mutation ($faceIds: [ID!]!) { ignoreFaces(faceIds: $faceIds) { ${RESULTS} } }`;
const DELETE =
  'mutation ($faceIds: [ID!]!) { deleteFaces(faceIds: $faceIds) { results { id failure { code } said { before now } } } }';
const AGAIN = `mutation ($faces: [SaidInput!]!) { sayAgain(faces: $faces) { ${RESULTS} } }`;

interface Result {
  id: string;
  face: { state: string; confidence: number | null; person: { name: string } | null } | null;
  failure: { code: string } | null;
  said: { before: number; now: number } | null;
}

describe('saying again what was said', () => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await TestGateway.open();
  });
  afterEach(() => gateway.close());

  const results = async (mutation: string, variables: Record<string, unknown>): Promise<Result[]> => {
    const answer = await gateway.data(mutation, variables);
    return (Object.values(answer)[0] as { results: Result[] }).results;
  };
  const back = ({ id, said }: Result) => ({ faceId: id, now: said!.now, asAt: said!.before });
  const rejectionsOf = async (face: string) => {
    const rejections = await gateway.ports.faces.rejectionsOf([face as ReturnType<typeof aFaceId>]);
    return [...rejections.values()].flatMap((people) => [...people]);
  };

  it('takes a rejection back, with the suggestion that it was about', async () => {
    const ada = await gateway.named('Ada');
    const [face] = await gateway.faces(1);
    await gateway.suggest(ada, 0.7, face!);
    const [rejected] = await results(REJECT, { faceIds: [face], personId: ada });
    expect(rejected!.face).toMatchObject({ state: 'UNKNOWN' });
    const [again] = await results(AGAIN, { faces: [back(rejected!)] });
    expect(again!.face).toEqual({ state: 'INFERRED', confidence: 0.7, person: { name: 'Ada' } });
    expect(await rejectionsOf(face!)).toEqual([]);
  });

  it('is taken back itself the same way, which rejects again', async () => {
    const ada = await gateway.named('Ada');
    const [face] = await gateway.faces(1);
    await gateway.suggest(ada, 0.7, face!);
    const [rejected] = await results(REJECT, { faceIds: [face], personId: ada });
    const [again] = await results(AGAIN, { faces: [back(rejected!)] });
    const [redone] = await results(AGAIN, { faces: [back(again!)] });
    expect(redone!.face).toMatchObject({ state: 'UNKNOWN', person: null });
    expect(await rejectionsOf(face!)).toEqual([ada]);
  });

  it('gives every face of a selection the label that it had, and the rejection that a label ended', async () => {
    const [ada, ben] = [await gateway.named('Ada'), await gateway.named('Ben')];
    const [a, b] = await gateway.faces(1, 2);
    await gateway.label(ben, a!);
    await gateway.reject(ada, b!);
    const labeled = await results(LABEL, { faceIds: [a, b], name: 'Ada' });
    await results(AGAIN, { faces: labeled.map(back) });
    expect(await gateway.standing(a!)).toEqual({ state: 'labeled', person: ben });
    expect(await gateway.standing(b!)).toEqual({ state: 'unknown', person: null });
    expect(await rejectionsOf(b!)).toEqual([ada]);
  });

  it('adds to the log and takes nothing out of it', async () => {
    const [face] = await gateway.faces(1);
    const [labeled] = await results(LABEL, { faceIds: [face], name: 'Ada' });
    await results(AGAIN, { faces: [back(labeled!)] });
    const kinds = (await gateway.ports.labels.ofFaces([face!])).get(face!)!.map(({ kind }) => kind);
    expect(kinds).toEqual(['assign', 'unassign']);
  });

  it('leaves a face alone of which something else was said meanwhile, and says so', async () => {
    const [a, b] = await gateway.faces(1, 2);
    const labeled = await results(LABEL, { faceIds: [a, b], name: 'Ada' });
    await results(LABEL, { faceIds: [a], name: 'Eve' });
    const again = await results(AGAIN, { faces: labeled.map(back) });
    expect(again.map(({ failure }) => failure?.code ?? null)).toEqual(['CONFLICT', null]);
    expect((await gateway.standing(a!))?.state).toBe('labeled');
    expect((await gateway.standing(b!))?.state).toBe('unknown');
  });

  it('labels nobody as a person who is gone', async () => {
    const ada = await gateway.named('Ada');
    const [face] = await gateway.faces(1);
    await gateway.label(ada, face!);
    const [unlabeled] = await results(UNLABEL, { faceIds: [face] });
    await gateway.data('mutation ($ids: [ID!]!) { deletePerson(ids: $ids) { results { id } } }', {
      ids: [ada],
    });
    const [again] = await results(AGAIN, { faces: [back(unlabeled!)] });
    expect(again!.failure?.code).toBe('NOT_FOUND');
    expect((await gateway.standing(face!))?.state).toBe('unknown');
  });

  it('follows people who were merged meanwhile', async () => {
    const [ada, eve] = [await gateway.named('Ada'), await gateway.named('Eve')];
    const [face] = await gateway.faces(1);
    await gateway.label(ada, face!);
    const [unlabeled] = await results(UNLABEL, { faceIds: [face] });
    await gateway.data(
      'mutation ($into: ID!, $from: [ID!]!) { mergePeople(into: $into, from: $from) { person { id } } }',
      {
        into: eve,
        from: [ada],
      },
    );
    const [again] = await results(AGAIN, { faces: [back(unlabeled!)] });
    expect(again!.face).toMatchObject({ state: 'LABELED', person: { name: 'Eve' } });
  });

  it('takes a deletion back with all that was said and suggested, and deletes again', async () => {
    const [ada, ben] = [await gateway.named('Ada'), await gateway.named('Ben')];
    const [a, b] = await gateway.faces(1, 2);
    await gateway.reject(ben, a!);
    await gateway.label(ada, a!);
    await gateway.suggest(ada, 0.7, b!);
    const deleted = await results(DELETE, { faceIds: [a, b] });
    const again = await results(AGAIN, { faces: deleted.map(back) });
    expect(again.map(({ face }) => face)).toEqual([
      { state: 'LABELED', confidence: null, person: { name: 'Ada' } },
      { state: 'INFERRED', confidence: 0.7, person: { name: 'Ada' } },
    ]);
    expect(await rejectionsOf(a!)).toEqual([ben]);
    const redone = await results(AGAIN, { faces: again.map(back) });
    expect(redone.map(({ face, failure }) => [face, failure])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(await gateway.ports.faces.getMany([a!, b!])).toEqual([]);
  });

  it('brings a deleted face back as nobody when the person it was is gone', async () => {
    const ada = await gateway.named('Ada');
    const [face] = await gateway.faces(1);
    await gateway.label(ada, face!);
    const [deleted] = await results(DELETE, { faceIds: [face] });
    await gateway.data('mutation ($ids: [ID!]!) { deletePerson(ids: $ids) { results { id } } }', {
      ids: [ada],
    });
    const [again] = await results(AGAIN, { faces: [back(deleted!)] });
    expect(again).toMatchObject({ failure: null, face: { state: 'UNKNOWN', person: null } });
  });

  it('takes back that faces are ignored', async () => {
    const ada = await gateway.named('Ada');
    const [face] = await gateway.faces(1);
    await gateway.label(ada, face!);
    const [ignored] = await results(IGNORE, { faceIds: [face] });
    expect(ignored!.face).toEqual({ state: 'IGNORED', confidence: null, person: null });
    const [again] = await results(AGAIN, { faces: [back(ignored!)] });
    expect(again!.face).toMatchObject({ state: 'LABELED', person: { name: 'Ada' } });
    const [redone] = await results(AGAIN, { faces: [back(again!)] });
    expect(redone!.face).toMatchObject({ state: 'IGNORED' });
  });

  it('answers for each face, in order, and refuses one that is given twice', async () => {
    const [face] = await gateway.faces(1);
    const [labeled] = await results(LABEL, { faceIds: [face], name: 'Ada' });
    const gone = { faceId: aFaceId(99), now: 1, asAt: 0 };
    const answers = await results(AGAIN, { faces: [gone, { ...gone, faceId: 'x' }, back(labeled!)] });
    expect(answers.map(({ failure }) => failure?.code ?? null)).toEqual([
      'NOT_FOUND',
      'ARGUMENT_INVALID',
      null,
    ]);
    const twice = await gateway.ask(AGAIN, { faces: [gone, gone] });
    expect(twice.errors?.[0]?.extensions['code']).toBe('ARGUMENT_INVALID');
  });
});

describe('the statements from one view of a face to another', () => {
  const PEOPLE = ['Ada', 'Ben', 'Cleo'].map((name) => aPersonId(name));
  const { box } = aFace();
  const base = anAssignment(aFaceId(), PEOPLE[0]!);
  const person = fc.constantFrom(...PEOPLE);
  const statement: fc.Arbitrary<Statement> = fc.oneof(
    fc.constantFrom<Statement>(
      { kind: 'unassign' },
      { kind: 'ignore' },
      { kind: 'unignore' },
      { kind: 'delete', box },
      { kind: 'restore' },
    ),
    fc.record({ kind: fc.constantFrom('assign' as const, 'reject' as const), person }),
  );
  const history = fc.array(statement, { maxLength: 10 });

  const viewOf = (said: readonly Statement[]): HumanView =>
    humanViewOf(
      said.map((one, index) => ({ ...base, ...one, sequence: index + 1 }) as Decision & { sequence: number }),
      (id) => id,
    );
  const coreOf = ({ assigned, rejected, ignored, deletedAt }: HumanView) => ({
    assigned,
    rejected,
    ignored,
    isDeleted: deletedAt !== null,
  });

  it('lead exactly there, whatever was said before and is to hold', () => {
    fc.assert(
      fc.property(history, history, (before, wanted) => {
        const [current, goal] = [viewOf(before), viewOf(wanted)];
        const after = viewOf([...before, ...statementsToward(goal, current, box)]);
        expect(coreOf(after)).toEqual(coreOf(goal));
      }),
      { numRuns: 1000 },
    );
  });

  it('are none when nothing differs', () => {
    fc.assert(
      fc.property(history, (said) => {
        expect(statementsToward(viewOf(said), viewOf(said), box)).toEqual([]);
      }),
    );
  });

  it('remember whom a face was labeled as when it is ignored or deleted', () => {
    const labeled = viewOf([{ kind: 'assign', person: PEOPLE[0]! }]);
    for (const hidden of [{ ignored: true }, { deletedAt: base.at }]) {
      const statements = statementsToward({ ...NOTHING_SAID, ...hidden }, labeled, box);
      expect(viewOf([{ kind: 'assign', person: PEOPLE[0]! }, ...statements]).formerly).toBe(PEOPLE[0]);
    }
  });
});
