import * as fc from 'fast-check';
import { type Decision, type HumanView, humanViewOf, NOTHING_SAID } from '@kindred/domain';
import { aDeletion, aFaceId, anAssignment, aPersonId } from '@kindred/testing';
import { TestGateway } from '../testing/test-gateway';
import { statementsToward } from './say-again';

const RESULTS =
  'results { id face { state confidence person { name } } failure { code } said { before now } }';
const LABEL = `mutation ($faceIds: [ID!]!, $name: String) { labelFaces(faceIds: $faceIds, name: $name) { ${RESULTS} } }`;
const UNLABEL = `mutation ($faceIds: [ID!]!) { unlabelFaces(faceIds: $faceIds) { ${RESULTS} } }`;
const REJECT = `mutation ($faceIds: [ID!]!, $personId: ID!) { rejectFaces(faceIds: $faceIds, personId: $personId) { ${RESULTS} } }`;
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
  const view = fc
    .record({ assigned: fc.option(fc.constantFrom(...PEOPLE)), rejected: fc.subarray(PEOPLE) })
    .map(({ assigned, rejected }): HumanView => ({
      ...NOTHING_SAID,
      assigned,
      rejected: new Set(rejected.filter((person) => person !== assigned)),
    }));

  /** What the log derives after a view was said and then statements. */
  function after(before: HumanView, statements: ReturnType<typeof statementsToward>): HumanView {
    const said = [...statementsToward(before, NOTHING_SAID), ...statements];
    const face = anAssignment(aFaceId(), PEOPLE[0]!);
    return humanViewOf(
      said.map(
        (statement, index) =>
          ({ ...face, ...statement, sequence: index + 1 }) as Decision & { sequence: number },
      ),
      (id) => id,
    );
  }

  it('lead exactly there', () => {
    fc.assert(
      fc.property(view, view, (wanted, current) => {
        const { assigned, rejected } = after(current, statementsToward(wanted, current));
        expect({ assigned, rejected }).toEqual({ assigned: wanted.assigned, rejected: wanted.rejected });
      }),
    );
  });

  it('are none when nothing differs', () => {
    fc.assert(fc.property(view, (same) => expect(statementsToward(same, same)).toEqual([])));
  });

  it('say nothing about a deletion, which only a rescan takes back', () => {
    const deleted = humanViewOf([{ ...aDeletion(aFaceId()), sequence: 1 }], (id) => id);
    expect(statementsToward(NOTHING_SAID, deleted)).toEqual([]);
  });
});
