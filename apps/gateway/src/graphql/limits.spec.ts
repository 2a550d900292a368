import { TestGateway } from '../testing/test-gateway';

/** A query that nests photo and faces this often. */
const nested = (times: number, inner = 'id'): string =>
  times === 0 ? inner : `faces { photo { ${nested(times - 1, inner)} } }`;

describe('limits of a query', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await TestGateway.open();
  });
  afterAll(() => gateway.close());

  const refusal = async (query: string, variables: Record<string, unknown> = {}) => {
    const { status, data, errors } = await gateway.ask(query, variables);
    expect(data ?? null).toBeNull();
    return { status, message: errors?.[0]?.message, ...errors?.[0]?.extensions };
  };

  it('answers what the dashboard asks with its largest pages', async () => {
    const query = `query ($first: Int!) {
      faces(first: $first) { nodes { id state confidence cropUrl date person { id kind name displayName } photo { id } } }
      people(first: $first) { nodes { id kind name cover { id cropUrl } labeledCount inferredCount faceCount } }
    }`;
    expect(await gateway.data(query, { first: 500 })).toEqual({
      faces: { nodes: [] },
      people: { nodes: [] },
    });
  });

  it('refuses a query that nests too deep', async () => {
    expect(await refusal(`{ photo(id: "x") { ${nested(5)} } }`)).toMatchObject({
      status: 400,
      code: 'GRAPHQL_VALIDATION_FAILED',
      message: 'The query nests too deep; at most 10 levels are answered.',
      hint: expect.any(String),
    });
  });

  it('sees depth that hides in fragments', async () => {
    const fragments = Array.from(
      { length: 6 },
      (_, i) => `fragment F${i} on Photo { faces { photo { ${i === 5 ? 'id' : `...F${i + 1}`} } } }`,
    );
    const query = `query { a: photo(id: "x") { ...F4 } photo(id: "x") { ...F0 } } ${fragments.join(' ')}`;
    expect((await refusal(query)).message).toContain('too deep');
  });

  it('refuses a query that may ask for too much: aliases, nested lists and variables count', async () => {
    const page = 'faces(first: 500) { nodes { id cropUrl } }';
    const aliases = Array.from({ length: 40 }, (_, i) => `a${i}: ${page}`).join(' ');
    const people = `query ($n: Int!) { people(first: $n) { nodes { faces(first: $n) { nodes { id } } } } }`;
    const costly = { status: 400, code: 'ARGUMENT_INVALID', hint: expect.any(String) };
    const waiting = Array.from({ length: 600 }, (_, i) => `a${i}: waitingStatements { decisions }`).join(' ');
    expect(await refusal(`{ ${aliases} }`)).toMatchObject(costly);
    expect(await refusal(`{ ${waiting} }`)).toMatchObject(costly);
    expect(await refusal(people, { n: 500 })).toMatchObject(costly);
    expect(await refusal(`{ photos(first: 500) { nodes { ${nested(2)} } } }`)).toMatchObject(costly);
  });

  it('counts every id that a mutation is given', async () => {
    const faceIds = Array.from({ length: 1000 }, (_, i) => `${i}`);
    const field = 'unlabelFaces(faceIds: $faceIds) { results { id face { id state person { id } } } }';
    const mutation = (times: number) =>
      `mutation ($faceIds: [ID!]!) { ${Array.from({ length: times }, (_, i) => `a${i}: ${field}`).join(' ')} }`;
    expect((await gateway.data(mutation(1), { faceIds })).a0.results).toHaveLength(1000);
    expect(await refusal(mutation(15), { faceIds })).toMatchObject({ status: 400, code: 'ARGUMENT_INVALID' });
  });

  it('does not start the work of many mutations in one request', async () => {
    const many = Array.from({ length: 50 }, (_, i) => `a${i}: rescan { photoCount }`).join(' ');
    expect(await refusal(`mutation { ${many} }`)).toMatchObject({ status: 400, code: 'ARGUMENT_INVALID' });
    expect(await gateway.ports.jobs.list()).toEqual([]);
  });

  it('refuses fragments that double each other without expanding them', async () => {
    const fragments = Array.from({ length: 30 }, (_, i) =>
      i === 29
        ? `fragment F${i} on Query { stats { failures } }`
        : `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`,
    );
    expect(await refusal(`{ ...F0 } ${fragments.join(' ')}`)).toMatchObject({ status: 400 });
    const wide = fragments.slice(0, 9).map((text) => text.replace('...F9 ...F9', 'stats { failures }'));
    const many = Array.from({ length: 100 }, () => '...F0').join(' ');
    expect(await refusal(`{ ${many} } ${wide.join(' ')}`)).toMatchObject({ status: 400 });
  });

  it('refuses fragments that contain each other', async () => {
    const query = '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }';
    expect(await refusal(query)).toMatchObject({ status: 400, code: 'GRAPHQL_VALIDATION_FAILED' });
  });

  it('refuses a query of very many words', async () => {
    expect(await refusal(`{ ${'__typename '.repeat(6000)} }`)).toMatchObject({
      status: 400,
      code: 'GRAPHQL_PARSE_FAILED',
    });
  });

  it('tells its schema, but not again and again within one answer', async () => {
    expect(
      (await gateway.data('{ __schema { types { name fields { name type { name } } } } }')).__schema.types,
    ).toContainEqual(expect.objectContaining({ name: 'Face' }));
    const bomb = (times: number): string => (times === 0 ? 'name' : `fields { type { ${bomb(times - 1)} } }`);
    expect(await refusal(`{ __schema { types { ${bomb(4)} } } }`)).toMatchObject({ status: 400 });
  });

  it('refuses several operations at once', async () => {
    const batch = [{ query: '{ stats { failures } }' }, { query: '{ job(id: "a") { id } }' }];
    expect((await gateway.post('/graphql', batch)).status).toBe(400);
  });
});
