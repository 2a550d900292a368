import { type Answer, TestGateway } from '../testing/test-gateway';

const INDEX = '<!doctype html><title>Kindred</title>';
const HTML = { accept: 'text/html,application/xhtml+xml' };

describe('the dashboard', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await TestGateway.open({
      dashboard: {
        'index.html': INDEX,
        'assets/app-3f2a.js': 'run()',
        'icon.svg': '<svg/>',
        'assets.html': 'no asset',
      },
    });
  });
  afterAll(() => gateway.close());

  const page = (path: string, method = 'GET') => gateway.send(path, { method, headers: HTML });
  const codeOf = ({ body }: Answer) =>
    (JSON.parse(body.toString()) as { error: { code: string } }).error.code;

  it.each(['/', '/people', '/people/3f2a?sort=NAME', '/photos/a%2Fb', '/healthy', '/%E2%82%AC'])(
    'shows its one document at %s',
    async (path) => {
      const answer = await page(path);
      expect([answer.status, answer.body.toString()]).toEqual([200, INDEX]);
      expect(answer.headers).toMatchObject({
        'content-type': expect.stringMatching(/^text\/html/),
        'cache-control': 'no-cache',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
        'x-content-type-options': 'nosniff',
      });
      expect((await page(path, 'HEAD')).status).toBe(200);
    },
  );

  it('lets browsers keep what is named after its content, and nothing else', async () => {
    const asset = await gateway.send('/assets/app-3f2a.js');
    expect(asset.headers['content-type']).toMatch(/javascript/);
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    for (const path of ['/icon.svg', '/index.html', '/assets.html']) {
      expect((await gateway.send(path)).headers['cache-control']).toBe('no-cache');
    }
  });

  it.each(['/assets/gone.js', '/graphql/x', '/images', '/upload', '/session', '/health/other', '/metrics/x'])(
    'does not answer a program, or anybody at %s, with a page',
    async (path) => {
      const answer = await page(path);
      expect([answer.status, codeOf(answer)]).toEqual([404, 'NOT_FOUND']);
      expect((await gateway.send('/people', { headers: { accept: 'application/json' } })).status).toBe(404);
    },
  );

  it.each([
    '/../library.db',
    '/..%2flibrary.db',
    '/assets/..%2f..%2flibrary.db',
    '/%2e%2e/access-token',
    '/assets/%00',
    '/..\\library.db',
  ])('does not leave its folder for %s', async (path) => {
    const answer = await gateway.send(path);
    expect([400, 403, 404]).toContain(answer.status);
    expect(answer.body.toString()).not.toContain('SQLite');
  });

  it('answers other methods with an error in words', async () => {
    const answer = await page('/people', 'POST');
    expect([answer.status, codeOf(answer)]).toEqual([404, 'NOT_FOUND']);
  });
});

describe('a dashboard that is not built', () => {
  it('says how to build it', async () => {
    const gateway = await TestGateway.open();
    const answer = await gateway.send('/', { headers: HTML });
    expect(answer.headers['content-type']).toMatch(/^text\/plain/);
    expect(answer.body.toString()).toContain('./kindred');
    expect((await gateway.send('/assets/app.js')).status).toBe(404);
    await gateway.close();
  });
});

describe('a dashboard in a folder that is called like its assets', () => {
  it('is asked for again all the same', async () => {
    const gateway = await TestGateway.open({ dashboardFolder: 'assets', dashboard: { 'index.html': INDEX } });
    expect((await gateway.send('/index.html')).headers['cache-control']).toBe('no-cache');
    await gateway.close();
  });
});
