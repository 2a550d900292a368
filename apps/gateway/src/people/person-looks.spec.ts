import { type FaceId, parseBirthDate, type PersonId } from '@kindred/domain';
import { aFaceId, aPackName, aUnitVector, aUnitVectorNear } from '@kindred/testing';
import { TestGateway } from '../testing/test-gateway';

describe('what is known of a person', () => {
  let gateway: TestGateway;
  let ada: PersonId;
  beforeEach(async () => {
    gateway = await TestGateway.open();
    ada = await gateway.named('Ada');
  });
  afterEach(() => gateway.close());

  const ask = async (fields: string, id: string = ada) =>
    (await gateway.data(`query ($id: ID!) { person(id: $id) { ${fields} } }`, { id })).person;
  const refusal = async (fields: string) =>
    (await gateway.ask(`{ person(id: "${ada}") { ${fields} } }`)).errors?.[0]?.extensions['code'];
  /** Faces that look like the one with this number. */
  const looking = async (like: number, ...seeds: number[]): Promise<FaceId[]> => {
    const faces = await gateway.faces(...seeds);
    const entries = faces.map((face, index) => ({
      face,
      vector: aUnitVectorNear(aUnitVector(like), 0.9, seeds[index]!),
    }));
    await gateway.ports.vectors.upsert(aPackName(), entries);
    return faces;
  };

  it('people who are often in the same photos, with how many photos these are', async () => {
    const [eve, bob] = [await gateway.named('Eve'), await gateway.named('Bob')];
    for (const [seed, others] of [[eve, bob], [eve], [eve], []].entries()) {
      const { id: photo } = await gateway.photo(seed);
      await gateway.label(ada, await gateway.face(10 * seed, { photo }));
      for (const [place, other] of others.entries())
        await gateway.label(other, await gateway.face(10 * seed + place + 1, { photo }));
      const stranger = await gateway.face(10 * seed + 5, { photo });
      await gateway.unknown(seed + 1, stranger);
    }
    const { together } = await ask('together { photoCount person { name } }');
    expect(together).toEqual([
      { photoCount: 3, person: { name: 'Eve' } },
      { photoCount: 1, person: { name: 'Bob' } },
    ]);
    expect((await ask('together(first: 1) { photoCount }')).together).toHaveLength(1);
    expect(await refusal('together(first: 51) { photoCount }')).toBe('ARGUMENT_INVALID');
  });

  it('labeled faces that look least like the others, the least alike first', async () => {
    const hers = await looking(100, 1, 2, 3, 4);
    const [wrong] = await looking(200, 5);
    await gateway.label(ada, ...hers, wrong!);
    await gateway.suggest(ada, 0.9, ...(await looking(300, 6)));
    const { outliers } = await ask('outliers { similarity face { id state } }');
    expect(outliers).toHaveLength(5);
    expect(outliers[0].face).toEqual({ id: wrong, state: 'LABELED' });
    expect(outliers[0].similarity).toBeLessThan(outliers[1].similarity);
    expect((await ask('outliers(first: 1) { face { id } }')).outliers).toEqual([{ face: { id: wrong } }]);
    expect(await refusal('outliers(first: 0) { similarity }')).toBe('ARGUMENT_INVALID');
    expect((await ask('outliers { similarity }', await gateway.named('Nobody'))).outliers).toEqual([]);
  });

  it('groups of faces that look alike, the largest first', async () => {
    jest.spyOn(gateway.analysis, 'confidenceOf').mockImplementation((similarity) => similarity);
    const many = await looking(100, 1, 2, 3);
    const few = await looking(200, 4, 5);
    await gateway.label(ada, ...few, ...many);
    const { appearances } = await ask('appearances { faceIds faces(first: 1) { id } }');
    const sets = appearances.map(({ faceIds }: { faceIds: string[] }) => new Set(faceIds));
    expect(sets).toEqual([new Set(many), new Set(few)]);
    expect(appearances[0].faces).toEqual([{ id: appearances[0].faceIds[0] }]);
    const group = await gateway.unknown(1, ...(await looking(300, 6, 7)));
    expect((await ask('appearances { faceIds }', group)).appearances).toHaveLength(1);
  });

  it('faces in photos that cannot be of that person', async () => {
    const taken = ['1984-01-01T12:00:00', '1990-01-01T12:00:00', '2110-01-01T12:00:00', undefined];
    const faces: FaceId[] = [];
    for (const [seed, takenAt] of taken.entries()) {
      const { id: photo } = await gateway.photo(seed, { metadata: takenAt === undefined ? {} : { takenAt } });
      faces.push(await gateway.face(seed, { photo, photoDate: takenAt ?? '1970-01-01T00:00:00Z' }));
    }
    await gateway.label(ada, ...faces);
    const impossible = async () => {
      const found = (await ask('impossibleFaces { id age { years } }')).impossibleFaces;
      return found.map(({ id, age }: { id: string; age: { years: number | null } }) => [id, age.years]);
    };
    expect(await impossible()).toEqual([]);
    await gateway.ports.people.changeDetails(ada, { birthDate: parseBirthDate('1985-04-30') });
    expect(await impossible()).toEqual([
      [faces[0], null],
      [faces[2], null],
    ]);
  });
});

describe('whom faces look like', () => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await TestGateway.open();
  });
  afterEach(() => gateway.close());

  const SIMILAR = `query ($faceIds: [ID!]!, $first: Int! = 5) {
    similarPeople(faceIds: $faceIds, first: $first) { confidence person { name } } }`;
  const namesOf = async (faceIds: readonly string[], first = 5) =>
    (await gateway.data(SIMILAR, { faceIds, first })).similarPeople.map(
      ({ person }: { person: { name: string } }) => person.name,
    );

  it('is who is suggested for them, and whose labeled faces are most similar', async () => {
    const [ada, eve, bob] = [
      await gateway.named('Ada'),
      await gateway.named('Eve'),
      await gateway.named('Bob'),
    ];
    const asked = await gateway.face(1);
    const near = await gateway.faces(2, 3);
    await gateway.ports.vectors.upsert(aPackName(), [
      { face: near[0]!, vector: aUnitVectorNear(aUnitVector(1), 0.9, 20) },
      { face: near[1]!, vector: aUnitVectorNear(aUnitVector(1), 0.3, 21) },
    ]);
    await gateway.label(ada, near[0]!);
    await gateway.label(eve, near[1]!);
    await gateway.suggest(bob, 0.8, asked);
    expect(await namesOf([asked])).toEqual(['Ada', 'Bob', 'Eve']);
    expect(await namesOf([asked], 1)).toEqual(['Ada']);
    await gateway.reject(ada, asked);
    expect(await namesOf([asked])).not.toContain('Ada');
  });

  it('is nobody when nothing is known of them', async () => {
    const [alone] = await gateway.faces(1);
    await gateway.unknown(1, ...(await gateway.faces(2)));
    for (const faceIds of [[], [alone!], [aFaceId(99), 'x']]) expect(await namesOf(faceIds)).toEqual([]);
  });

  it('is asked of so many faces as are labeled at once, and answers at most 20', async () => {
    const codeOf = async (variables: object) =>
      (await gateway.ask(SIMILAR, { ...variables })).errors?.[0]?.extensions['code'];
    expect(await codeOf({ faceIds: Array(1001).fill('x') })).toBe('ARGUMENT_INVALID');
    expect(await codeOf({ faceIds: [], first: 21 })).toBe('ARGUMENT_INVALID');
  });
});
