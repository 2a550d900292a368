import { KindredError } from '@kindred/domain';
import { type Answer, TestGateway } from '../testing/test-gateway';

const STATS = '{ stats { failures } }';
const json = ({ body }: Answer) =>
  JSON.parse(body.toString()) as { error: { code: string; message: string } };

describe('GraphQL over HTTP', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await TestGateway.open();
  });
  afterAll(() => gateway.close());

  const get = (query: string, headers: Record<string, string> = {}) =>
    gateway.send(`/graphql?query=${encodeURIComponent(query)}`, { headers });
  const PREFLIGHT = { 'apollo-require-preflight': 'yes' };

  it('answers a query by GET only to whoever a browser would have asked first', async () => {
    expect((await get(STATS, PREFLIGHT)).status).toBe(200);
    expect((await get(STATS)).status).toBe(400);
  });

  it('changes nothing by GET', async () => {
    const answer = await get('mutation { createPerson(name: "Ada") { person { id } } }', PREFLIGHT);
    expect(answer.status).toBe(405);
    expect(await gateway.ports.people.counts()).toEqual({ named: 0, unknown: 0 });
  });

  it('takes nothing that a form of another site could send', async () => {
    const body = JSON.stringify({ query: 'mutation { createPerson(name: "Ada") { person { id } } }' });
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      '',
    ]) {
      const headers: Record<string, string> = type === '' ? {} : { 'content-type': type };
      const answer = await gateway.send('/graphql', { method: 'POST', headers, body });
      expect([400, 415]).toContain(answer.status);
    }
    expect(await gateway.ports.people.counts()).toEqual({ named: 0, unknown: 0 });
  });

  it.each([
    '',
    '{',
    '{"query": }',
    'null',
    '[]',
    '[1]',
    '"text"',
    '{}',
    '{"query": 1}',
    '{"query": "{"}',
    '\u0000',
  ])('refuses the body %j in words', async (body) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await gateway.send('/graphql', { method: 'POST', headers, body });
    expect(answer.status).toBe(400);
    expect(answer.body.toString()).not.toMatch(/node_modules|stack|at \w+ \(/);
  });

  it('refuses variables that are none and operations that there are not', async () => {
    for (const given of [
      { variables: 'x' },
      { variables: [] },
      { operationName: 'Other' },
      { extensions: 'x' },
    ]) {
      const answer = await gateway.post('/graphql', { query: `query Stats ${STATS}`, ...given });
      expect(answer.status).toBe(400);
    }
  });

  it('refuses a body that is too large, whether it says so or not', async () => {
    const large = JSON.stringify({ query: STATS, variables: { filler: 'x'.repeat(2 * 2 ** 20) } });
    const headers = { 'content-type': 'application/json' };
    const answer = await gateway.send('/graphql', { method: 'POST', headers, body: large });
    expect([answer.status, json(answer).error.code]).toEqual([413, 'ARGUMENT_INVALID']);
    const unannounced = { ...headers, 'transfer-encoding': 'chunked' };
    expect(
      (await gateway.send('/graphql', { method: 'POST', headers: unannounced, body: large })).status,
    ).toBe(413);
  });

  it('does not let a prototype be changed', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = `{"query": "${STATS}", "variables": {"__proto__": {"polluted": true}}}`;
    expect((await gateway.send('/graphql', { method: 'POST', headers, body })).status).toBe(400);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('refuses subscriptions, which go over WebSocket', async () => {
    const { status, errors } = await gateway.ask('subscription { jobChanged { id } }');
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions).toEqual({ code: 'ARGUMENT_INVALID', hint: expect.any(String) });
  });

  it('answers a browser with a page that runs nothing', async () => {
    const { status, headers, body } = await gateway.send('/graphql', { headers: { accept: 'text/html' } });
    expect([status, headers['content-type']]).toEqual([200, expect.stringMatching(/^text\/html/)]);
    expect(body.toString()).not.toContain('<script');
  });
});

describe('errors', () => {
  const failing = (error: unknown) =>
    TestGateway.open({
      ports: (ports) => ({
        ...ports,
        faces: Object.create(ports.faces, { list: { value: () => Promise.reject(error) } }),
        jobs: Object.create(ports.jobs, { get: { value: () => Promise.reject(error) } }),
      }),
    });

  it('tell the code, the words and what to do about it', async () => {
    const gateway = await failing(
      new KindredError('STORE_UNAVAILABLE', 'The disk is away.', { hint: 'Plug it in.' }),
    );
    const { status, errors } = await gateway.ask('{ faces { nodes { id } } }');
    expect(status).toBe(200);
    expect(errors).toEqual([
      {
        message: 'The disk is away.',
        path: ['faces'],
        locations: expect.any(Array),
        extensions: { code: 'STORE_UNAVAILABLE', hint: 'Plug it in.' },
      },
    ]);
    await gateway.close();
  });

  it('keep to themselves what nobody foresaw', async () => {
    for (const error of [
      new TypeError('secret of /home/ada'),
      'secret',
      { secret: 1 },
      new KindredError('INTERNAL', 'secret'),
    ]) {
      const gateway = await failing(error);
      const { errors } = await gateway.ask('{ faces { nodes { id } } }');
      expect(errors).toMatchObject([{ message: 'Something went wrong; the log says more.' }]);
      expect(errors![0]!.extensions).toEqual({ code: 'INTERNAL' });
      expect(JSON.stringify(errors)).not.toContain('secret');
      await gateway.close();
    }
  });

  it('of words and types name what was wrong, with a code', async () => {
    const gateway = await TestGateway.open();
    const codes: unknown[] = [];
    for (const query of [
      '{',
      '{ nothing }',
      '{ faces(first: "x") { nodes { id } } }',
      'query ($a: Int!) { jobs(first: $a) { id } }',
    ]) {
      const { status, errors } = await gateway.ask(query);
      expect(status).toBe(400);
      expect(Object.keys(errors![0]!.extensions)).not.toContain('stacktrace');
      codes.push(errors![0]!.extensions['code']);
    }
    expect(codes).toEqual([
      'GRAPHQL_PARSE_FAILED',
      'GRAPHQL_VALIDATION_FAILED',
      'GRAPHQL_VALIDATION_FAILED',
      expect.stringMatching(/^(ARGUMENT_INVALID|BAD_USER_INPUT)$/),
    ]);
    await gateway.close();
  });
});

describe('health', () => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await TestGateway.open();
  });
  afterEach(() => gateway.close());

  it('says that it lives and that it can work', async () => {
    expect(JSON.parse((await gateway.send('/health/live')).body.toString())).toEqual({ status: 'live' });
    const ready = await gateway.send('/health/ready');
    expect([ready.status, JSON.parse(ready.body.toString())]).toEqual([
      200,
      { status: 'ready', checks: { bus: 'ready', store: 'ready' } },
    ]);
  });

  it('says what keeps it from working, and lives on', async () => {
    gateway.ports.bus.setOnline(false);
    const answer = await gateway.send('/health/ready');
    expect([answer.status, JSON.parse(answer.body.toString())]).toEqual([
      503,
      { status: 'not ready', checks: { bus: 'BUS_UNAVAILABLE', store: 'ready' } },
    ]);
    expect((await gateway.send('/health/live')).status).toBe(200);
    gateway.ports.bus.setOnline(true);
    expect((await gateway.send('/health/ready')).status).toBe(200);
  });

  it('counts for Prometheus', async () => {
    const { headers, body } = await gateway.send('/metrics');
    expect(headers['content-type']).toMatch(/^text\/plain/);
    expect(body.toString()).toMatch(/^# HELP /m);
  });
});
