import type { FaceId, PersonId } from '@kindred/domain';
import { TestGateway } from '../testing/test-gateway';

const ACTION = 'id faceCount refusals { faceCount failure { code } } job { state total done }';
const SELECTION = '$selection: FaceSelection!';
const CONFIRM = `mutation (${SELECTION}) { said: confirmAllFaces(selection: $selection) { ${ACTION} } }`;
const LABEL = `mutation (${SELECTION}, $personId: ID) {
  said: labelAllFaces(selection: $selection, personId: $personId) { ${ACTION} } }`;
const STOP_IGNORING = `mutation (${SELECTION}) {
  said: stopIgnoringAllFaces(selection: $selection) { ${ACTION} } }`;
const TAKE_BACK = `mutation ($id: ID!) { said: takeBack(actionId: $id) { faces { ${ACTION} } } }`;

describe('something that is said of faces while many of them are read', () => {
  let gateway: TestGateway;
  let ada: PersonId;
  let ben: PersonId;
  let faces: FaceId[];
  /** What happens once, right after faces, or those who they were before, were read. */
  let meanwhile: { readonly after: 'faces' | 'people'; readonly happens: () => Promise<void> } | null;

  beforeEach(async () => {
    meanwhile = null;
    const andThen =
      <Given extends unknown[], Read>(what: 'faces' | 'people', read: (...given: Given) => Promise<Read>) =>
      async (...given: Given): Promise<Read> => {
        const found = await read(...given);
        if (meanwhile?.after !== what) return found;
        const { happens } = meanwhile;
        meanwhile = null;
        await happens();
        return found;
      };
    gateway = await TestGateway.open({
      ports: (ports) => ({
        ...ports,
        faces: Object.create(ports.faces, {
          outlines: { value: andThen('faces', ports.faces.outlines.bind(ports.faces)) },
        }) as typeof ports.faces,
        people: Object.create(ports.people, {
          getMany: { value: andThen('people', ports.people.getMany.bind(ports.people)) },
        }) as typeof ports.people,
      }),
    });
    [ada, ben] = [await gateway.named('Ada'), await gateway.named('Ben')];
    faces = await gateway.faces(1, 2, 3);
    await gateway.suggest(ada, 0.9, ...faces);
  });
  afterEach(() => gateway.close());

  const say = async (mutation: string, variables: object = {}) => {
    const selection = { filter: {}, expectedCount: 3, except: [] };
    return (await gateway.data(mutation, { selection, ...variables })).said;
  };
  const people = async () => Promise.all(faces.map(async (face) => (await gateway.standing(face))?.person));

  it.each([
    ['a confirmation', CONFIRM],
    ['a label', LABEL],
  ])('holds against %s, which leaves those faces out and tells how many', async (_, mutation) => {
    meanwhile = { after: 'faces', happens: () => gateway.label(ben, faces[0]!) };
    expect(await say(mutation, { personId: ada })).toMatchObject({
      faceCount: 2,
      refusals: [{ faceCount: 1, failure: { code: 'CONFLICT' } }],
      job: { state: 'COMPLETED', total: 2, done: 2 },
    });
    expect(await people()).toEqual([ben, ada, ada]);
  });

  it('holds against the end of ignoring', async () => {
    await gateway.data('mutation ($ids: [ID!]!) { ignoreFaces(faceIds: $ids) { results { id } } }', {
      ids: faces,
    });
    meanwhile = { after: 'faces', happens: () => gateway.label(ben, faces[0]!) };
    const selection = { filter: { state: 'IGNORED' }, expectedCount: 3, except: [] };
    expect(await say(STOP_IGNORING, { selection })).toMatchObject({ faceCount: 2 });
    expect((await people())[0]).toBe(ben);
  });

  it('holds against what is taken back', async () => {
    const { id } = await say(CONFIRM);
    meanwhile = { after: 'people', happens: () => gateway.label(ben, faces[0]!) };
    expect(await say(TAKE_BACK, { id })).toMatchObject({
      faces: { faceCount: 2, refusals: [{ faceCount: 1 }] },
    });
    expect((await people())[0]).toBe(ben);
  });

  it('of all of them leaves nothing to do', async () => {
    meanwhile = { after: 'faces', happens: () => gateway.label(ben, ...faces) };
    expect(await say(CONFIRM)).toEqual({
      id: null,
      faceCount: 0,
      refusals: [{ faceCount: 3, failure: { code: 'CONFLICT' } }],
      job: null,
    });
    expect(await people()).toEqual([ben, ben, ben]);
  });

  it('holds against a label of somebody who is deleted in between: nobody is labeled as someone who is gone', async () => {
    const deletion = async () => {
      await gateway.data('mutation ($ids: [ID!]!) { deletePerson(ids: $ids) { results { id } } }', {
        ids: [ada],
      });
    };
    meanwhile = { after: 'faces', happens: deletion };
    expect(await say(CONFIRM)).toMatchObject({ id: null, refusals: [{ faceCount: 3 }] });
    expect(await people()).toEqual([null, null, null]);
  });

  it('holds once, however often it is taken back at the same time', async () => {
    const { id } = await say(CONFIRM);
    const answers = await Promise.all([1, 2, 3].map(() => gateway.ask(TAKE_BACK, { id })));
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1);
    expect((await gateway.ports.labels.after(0, 100)).filter(({ action }) => action !== id)).toHaveLength(3);
  });
});
