import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { type Answer, TestGateway } from '../testing/test-gateway';

const INDEX = '<!doctype html><title>Kindred</title>';
const HTML = { accept: 'text/html,application/xhtml+xml' };

describe('the dashboard', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await TestGateway.open({
      dashboard: {
        'index.html': INDEX,
        'index.html.br': brotliCompressSync(INDEX),
        'assets/app-3f2a.js': 'run()',
        'assets/app-3f2a.js.br': brotliCompressSync('run()'),
        'assets/app-3f2a.js.gz': gzipSync('run()'),
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

  it('sends what was compressed to whoever can read it, and caches keep each apart', async () => {
    const asset = (encoding: string) =>
      gateway.send('/assets/app-3f2a.js', { headers: { 'accept-encoding': encoding } });
    const [brotli, gzipped, plain] = [await asset('gzip, br'), await asset('gzip'), await asset('identity')];
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.body).toString()).toBe('run()');
    expect(gzipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzipped.body).toString()).toBe('run()');
    expect([plain.headers['content-encoding'], plain.body.toString()]).toEqual([undefined, 'run()']);
    for (const { headers } of [brotli, gzipped, plain]) {
      expect(headers).toMatchObject({
        vary: expect.stringMatching(/accept-encoding/i),
        'content-type': expect.stringMatching(/javascript/),
        'cache-control': 'public, max-age=31536000, immutable',
      });
    }
    expect(new Set([brotli, gzipped, plain].map(({ headers }) => headers.etag)).size).toBe(3);
  });

  it('sends its one document compressed under every address', async () => {
    for (const path of ['/', '/people']) {
      const answer = await gateway.send(path, { headers: { ...HTML, 'accept-encoding': 'br' } });
      expect(brotliDecompressSync(answer.body).toString()).toBe(INDEX);
      expect(answer.headers).toMatchObject({
        'content-encoding': 'br',
        'content-type': expect.stringMatching(/^text\/html/),
        'cache-control': 'no-cache',
      });
    }
  });

  it('has no address for the compressed files themselves', async () => {
    expect((await gateway.send('/assets/app-3f2a.js.br')).status).toBe(404);
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
