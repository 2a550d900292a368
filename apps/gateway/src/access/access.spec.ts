import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { type Answer, TestGateway } from '../testing/test-gateway';
import { AccessControl, SESSION_SECONDS } from './access-control';

const STATS = { query: '{ stats { failures } }' };
const errorOf = ({ body }: Answer) =>
  (JSON.parse(body.toString()) as { error: { code: string; hint?: string } }).error;

describe('access on this computer only', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await TestGateway.open({ settings: { allowedHosts: ['Photos.example'] } });
  });
  afterAll(() => gateway.close());

  const asked = (headers: Record<string, string>) => gateway.post('/graphql', STATS, headers);

  it('needs no token', async () => {
    expect((await asked({})).status).toBe(200);
  });

  it.each([
    'localhost',
    'LOCALHOST:4310',
    '127.0.0.1:1',
    '[::1]:4310',
    'photos.example',
    'photos.example:8443',
  ])('is reached by the name %s', async (host) => {
    expect((await asked({ host })).status).toBe(200);
  });

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example:4310',
    'localhost@evil.example',
    '10.0.0.1',
    '[::2]:4310',
  ])('refuses the name %j, which others may have pointed here', async (host) => {
    const answer = await asked({ host });
    expect([400, 403]).toContain(answer.status);
    expect(answer.body.toString()).not.toContain('data');
    expect((await gateway.send('/', { headers: { host, accept: 'text/html' } })).status).toBe(answer.status);
  });

  it.each(['http://evil.example', 'null', 'https://localhost:1', 'file://', 'http://127.0.0.1.evil.example'])(
    'refuses to change anything for a page of %s',
    async (origin) => {
      const answer = await asked({ origin });
      expect(answer.status).toBe(403);
      expect(errorOf(answer)).toMatchObject({ code: 'UNAUTHENTICATED', hint: expect.any(String) });
      expect((await gateway.send('/upload/a.jpg', { method: 'PUT', headers: { origin } })).status).toBe(403);
    },
  );

  it('lets its own pages change things', async () => {
    expect((await asked({ origin: `http://${gateway.host}` })).status).toBe(200);
  });

  it('does not let other pages read: it allows no origin', async () => {
    const answer = await gateway.send('/health/live', { headers: { origin: 'http://evil.example' } });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(answer.headers['cross-origin-resource-policy']).toBe('same-origin');
  });
});

describe('access from other computers', () => {
  let gateway: TestGateway;
  let token: string;
  beforeEach(async () => {
    gateway = await TestGateway.open({
      host: '0.0.0.0',
      dashboard: { 'index.html': '<title>Kindred</title>' },
    });
    token = gateway.access.token!;
  });
  afterEach(() => gateway.close());

  const signIn = (given: string, headers: Record<string, string> = {}) =>
    gateway.post('/session', { token: given }, headers);
  const cookieOf = ({ headers }: Answer) => headers['set-cookie']![0]!;
  const withCookie = (value: string) =>
    gateway.post('/graphql', STATS, { cookie: `kindred-session=${value}` });

  it('refuses whoever has no token, in words', async () => {
    const answer = await gateway.post('/graphql', STATS);
    expect(answer.status).toBe(401);
    expect(errorOf(answer)).toMatchObject({ code: 'UNAUTHENTICATED', hint: expect.any(String) });
    expect((await gateway.ask(STATS.query)).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });

  it('takes the token as bearer, and no other', async () => {
    const bearing = (bearer: string) => gateway.post('/graphql', STATS, { authorization: bearer });
    expect((await bearing(`Bearer ${token}`)).status).toBe(200);
    for (const wrong of [
      'Bearer',
      'Bearer ',
      `Bearer ${token}x`,
      `Bearer ${token.slice(1)}`,
      `Basic ${token}`,
      token,
    ]) {
      expect((await bearing(wrong)).status).toBe(401);
    }
  });

  it.each([
    '/graphql?query={stats{failures}}',
    '/%67raphql?query={stats{failures}}',
    '/graphq%6C?query={stats{failures}}',
    '/metrics',
    '/%6Detrics',
    '/images/photos/x/original',
    '/%69mages/photos/x/original',
    '/images%2Fphotos/x/original',
    '//graphql?query={stats{failures}}',
    '/./graphql?query={stats{failures}}',
    'http://127.0.0.1/graphql?query={stats{failures}}',
    'http://127.0.0.1/metrics',
    'HTTP://x/metrics',
  ])('shows nothing of the library at %s', async (path) => {
    const headers = { 'apollo-require-preflight': 'yes', accept: '*/*' };
    for (const method of ['GET', 'HEAD']) {
      const answer = await gateway.send(path, { method, headers });
      expect([401, 404]).toContain(answer.status);
      expect(answer.body.toString()).not.toMatch(/failures|no such photo|# HELP/);
    }
  });

  it('refuses what changes something at any address, whoever serves it', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      for (const path of ['/upload/a.jpg', '/%75pload/a.jpg', '/graphql', '/anything']) {
        expect((await gateway.send(path, { method })).status).toBe(401);
      }
    }
  });

  it('shows the dashboard, where people sign in, and whether it lives', async () => {
    expect((await gateway.send('/people', { headers: { accept: 'text/html' } })).status).toBe(200);
    expect((await gateway.send('/index.html')).status).toBe(200);
    expect((await gateway.send('/health/live')).status).toBe(200);
  });

  it('exchanges the token for a session in a cookie that scripts and other sites cannot use', async () => {
    const answer = await signIn(token);
    expect(answer.status).toBe(204);
    const [pair, ...attributes] = cookieOf(answer).split('; ');
    expect(attributes.sort()).toEqual([
      'HttpOnly',
      `Max-Age=${SESSION_SECONDS}`,
      'Path=/',
      'SameSite=Strict',
    ]);
    expect(pair).not.toContain(token);
    expect((await gateway.post('/graphql', STATS, { cookie: `other=1; ${pair}` })).status).toBe(200);
  });

  it('has the cookie sent over https only when it was given over https', async () => {
    expect(cookieOf(await signIn(token, { 'x-forwarded-proto': 'https' }))).toContain('; Secure');
  });

  it('forgets the cookie on signing out', async () => {
    const answer = await gateway.send('/session', { method: 'DELETE' });
    expect(answer.status).toBe(204);
    expect(cookieOf(answer)).toMatch(/^kindred-session=;.*Expires=Thu, 01 Jan 1970/);
  });

  it('accepts neither a session that has ended nor one that somebody made up', async () => {
    const now = Date.now();
    expect((await withCookie(gateway.access.newSession(now))).status).toBe(200);
    const [expires, signature] = gateway.access.newSession(now).split('.') as [string, string];
    const stranger = await AccessControl.open({
      host: '0.0.0.0',
      tokenFile: join(gateway.ports.folder, 'other'),
    });
    for (const value of [
      gateway.access.newSession(now - (SESSION_SECONDS + 1) * 1000),
      stranger.newSession(now),
      `${Number(expires) + 1}.${signature}`,
      `${expires}.`,
      `${expires}.${signature.slice(0, -1)}`,
      `Infinity.${signature}`,
      signature,
      token,
      '',
    ]) {
      expect((await withCookie(value)).status).toBe(401);
    }
  });

  it('pauses after ten wrong tokens, for the right one too', async () => {
    for (let i = 0; i < 10; i += 1) expect((await signIn(`wrong ${i}`)).status).toBe(401);
    const answer = await signIn(token);
    expect(answer.status).toBe(429);
    expect(errorOf(answer)).toMatchObject({ code: 'UNAUTHENTICATED', hint: expect.any(String) });
    expect((await gateway.post('/graphql', STATS, { authorization: `Bearer ${token}` })).status).toBe(200);
  });

  it('counts what is no token as a wrong one', async () => {
    for (const body of [null, [], {}, { token: 1 }, { token: 'x'.repeat(501) }, 'token']) {
      expect((await gateway.post('/session', body)).status).toBe(401);
    }
    const text = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: `{"token":"${token}"}` };
    expect((await gateway.send('/session', text)).status).toBe(401);
  });

  it('survives clients that break off while they are refused', async () => {
    const upgrade = `GET /graphql HTTP/1.1\r\nHost: ${gateway.host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;
    for (let i = 0; i < 20; i += 1) {
      const socket = connect(gateway.port, '127.0.0.1');
      await new Promise((resolve) => socket.once('connect', resolve));
      socket.on('error', () => undefined);
      socket.write(upgrade);
      await new Promise(setImmediate);
      socket.resetAndDestroy();
    }
    expect((await gateway.send('/health/live')).status).toBe(200);
  });

  it('hangs up on a refused socket even when its client does not', async () => {
    const socket = connect({ port: gateway.port, host: '127.0.0.1', allowHalfOpen: true });
    const heard: string[] = [];
    socket.on('data', (chunk) => heard.push(String(chunk)));
    socket.write(
      `GET /graphql HTTP/1.1\r\nHost: ${gateway.host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    );
    await new Promise((resolve) => socket.once('end', resolve));
    expect(heard.join('')).toMatch(/^HTTP\/1.1 401 /);
    const broken = new Promise((resolve) => socket.once('error', resolve));
    const typing = setInterval(() => socket.write('x'), 10);
    await broken;
    clearInterval(typing);
  });
});

describe('the access token', () => {
  let gateway: TestGateway;
  let file: string;
  beforeEach(async () => {
    gateway = await TestGateway.open();
    file = join(gateway.ports.folder, 'secrets', 'access-token');
  });
  afterEach(() => gateway.close());

  const open = (host = '0.0.0.0') => AccessControl.open({ host, tokenFile: file });

  it('is made once, in a file that only its owner may read', async () => {
    const { token } = await open();
    expect(token).toMatch(/^[A-Za-z0-9_-]{32}$/);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(join(file, '..'))).mode & 0o777).toBe(0o700);
    expect((await open()).token).toBe(token);
    expect(await readFile(file, 'utf8')).toBe(token);
  });

  it('is one, however many start at once', async () => {
    const tokens = await Promise.all(Array.from({ length: 8 }, async () => (await open()).token));
    expect(new Set(tokens).size).toBe(1);
  });

  it('is not made where none is needed', async () => {
    expect((await open('127.0.0.1')).token).toBeNull();
    expect((await open('::1')).token).toBeNull();
    await expect(stat(file)).rejects.toThrow(/ENOENT/);
  });

  it('is hidden from others again when its file was left open to them', async () => {
    const { token } = await open();
    await chmod(file, 0o644);
    expect((await open()).token).toBe(token);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('may be followed by a line break, as editors leave it', async () => {
    const { token } = await open();
    await writeFile(file, `${token}\n`);
    expect((await open()).token).toBe(token);
  });

  it.each([
    '',
    'short',
    'x'.repeat(31),
    `${'x'.repeat(32)}\n${'y'.repeat(32)}`,
    `${'x'.repeat(40)} y`,
    '\0'.repeat(40),
  ])('is not taken from a damaged file: %j', async (text) => {
    await open();
    await writeFile(file, text);
    await expect(open()).rejects.toMatchObject({ code: 'CONFIGURATION_INVALID', hint: expect.any(String) });
  });

  it('says so when its file cannot be read', async () => {
    await mkdir(file, { recursive: true });
    await expect(open()).rejects.toMatchObject({ code: 'CONFIGURATION_INVALID', hint: expect.any(String) });
  });
});
