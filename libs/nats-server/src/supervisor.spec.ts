import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readAddress, settleAddress, writeConfiguration } from './server-configuration';
import { commandLineOf, NatsServerSupervisor, type SupervisorOptions } from './supervisor';
import { askJetStream } from './testing/ask-jetstream';
import { realServer } from './testing/real-server';

jest.setTimeout(300_000);

const STREAM = { name: 'KEPT', subjects: ['kept'] };

describe('a supervised nats-server', () => {
  let binary: string;
  let folder: string;
  const running: NatsServerSupervisor[] = [];
  const orphans: ChildProcess[] = [];

  beforeAll(async () => {
    binary = await realServer();
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kindred-supervisor-'));
  });
  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop();
    for (const orphan of orphans.splice(0)) orphan.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  async function start(options: Partial<SupervisorOptions> = {}): Promise<NatsServerSupervisor> {
    const server = await NatsServerSupervisor.start({ binary, folder, ...options });
    running.push(server);
    return server;
  }

  /** What a killed Kindred leaves behind: its server, that nobody supervises. */
  async function orphan(): Promise<ChildProcess> {
    const configuration = await writeConfiguration(folder, await settleAddress(folder));
    const child = spawn(binary, ['-c', configuration], { stdio: 'ignore' });
    orphans.push(child);
    await until(
      async () =>
        Number(await readFile(join(folder, 'nats-server.pid'), 'utf8').catch(() => '')) === child.pid,
    );
    return child;
  }

  async function until(holds: () => Promise<boolean>): Promise<void> {
    while (!(await holds())) await sleep(20);
  }

  const answers = ({ address }: NatsServerSupervisor) =>
    askJetStream(address, 'INFO').then(
      () => true,
      () => false,
    );

  async function program(text: string): Promise<string> {
    const path = join(folder, 'program');
    await writeFile(path, `#!/bin/sh\n${text}\n`);
    await chmod(path, 0o755);
    return path;
  }

  it('answers with JetStream once it has started, to those who have the token', async () => {
    const { address, url } = await start();
    expect(url).toBe(`nats://127.0.0.1:${address.port}`);
    expect(await askJetStream(address, 'INFO')).toMatchObject({ streams: 0 });
    await expect(askJetStream({ ...address, token: 'guessed' }, 'INFO')).rejects.toThrow(
      'Authorization Violation',
    );
  });

  it('keeps its token to the user it runs for', async () => {
    await start();
    for (const file of ['address.json', 'nats-server.conf']) {
      expect((await stat(join(folder, file))).mode & 0o077).toBe(0);
    }
  });

  it('starts again after it was killed, on the same port and with what it had stored, as often as that happens', async () => {
    const restarts: number[] = [];
    const server = await start({ onRestart: (count) => restarts.push(count) });
    await askJetStream(server.address, 'STREAM.CREATE.KEPT', STREAM);
    for (const times of [1, 2, 3]) {
      const { pid } = server;
      process.kill(pid!, 'SIGKILL');
      await until(async () => server.pid !== pid && (await answers(server)));
      expect(restarts).toHaveLength(times);
      expect(await askJetStream(server.address, 'STREAM.INFO.KEPT')).toMatchObject({ config: STREAM });
    }
    expect(restarts).toEqual([1, 2, 3]);
  });

  it('has the same port, token and streams the next time', async () => {
    const first = await start();
    await askJetStream(first.address, 'STREAM.CREATE.KEPT', STREAM);
    await first.stop();
    const second = await start();
    expect(second.address).toEqual(first.address);
    expect(await readAddress(folder)).toEqual(first.address);
    expect(await askJetStream(second.address, 'STREAM.INFO.KEPT')).toMatchObject({ config: STREAM });
  });

  it('is gone when it was stopped, also when it had just been killed', async () => {
    const server = await start();
    process.kill(server.pid!, 'SIGKILL');
    await until(async () => server.pid === null);
    await server.stop();
    await sleep(500);
    expect(server.pid).toBeNull();
    expect(await answers(server)).toBe(false);
    await expect(server.stop()).resolves.toBeUndefined();
  });

  it('takes the place of one that a killed process left, on its port and with its streams', async () => {
    const left = await orphan();
    const address = (await readAddress(folder))!;
    await until(() =>
      askJetStream(address, 'INFO').then(
        () => true,
        () => false,
      ),
    );
    await askJetStream(address, 'STREAM.CREATE.KEPT', STREAM);
    const server = await start();
    expect(left.exitCode ?? left.signalCode).not.toBeNull();
    expect(server.address).toEqual(address);
    expect(await askJetStream(address, 'STREAM.INFO.KEPT')).toMatchObject({ config: STREAM });
  });

  it('ends one that was left and does not react, and still gets its port', async () => {
    const left = await orphan();
    left.kill('SIGSTOP');
    const server = await start();
    expect(left.signalCode).toBe('SIGKILL');
    expect(server.address).toEqual(await readAddress(folder));
    expect(await answers(server)).toBe(true);
  });

  it('leaves alone a process that has got the id of a server of long ago', async () => {
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
    orphans.push(stranger);
    await writeFile(join(folder, 'nats-server.pid'), String(stranger.pid));
    await start();
    expect(stranger.exitCode).toBeNull();
    expect(stranger.signalCode).toBeNull();
  });

  it.each(['', 'no number', '-1', '0'])(
    'starts beside a damaged file of its process id: %j',
    async (text) => {
      await writeFile(join(folder, 'nats-server.pid'), text);
      expect(await answers(await start())).toBe(true);
    },
  );

  it('knows the command line of a process with and without the files of Linux', async () => {
    const child = spawn('sleep', ['61'], { stdio: 'ignore' });
    orphans.push(child);
    await until(async () => (await commandLineOf(child.pid!))?.startsWith('sleep') === true);
    expect(await commandLineOf(child.pid!, join(folder, 'no proc'))).toMatch(/^sleep 61/);
    expect(await commandLineOf(2 ** 22 + 1, join(folder, 'no proc'))).toBeNull();
  });

  describe('that cannot start', () => {
    it('says so when the program is not there', async () => {
      await expect(start({ binary: join(folder, 'nowhere') })).rejects.toMatchObject({
        code: 'TOOL_UNAVAILABLE',
        message: expect.stringMatching(/^nats-server did not start: spawn .*nowhere ENOENT\.$/),
      });
    });

    it('says so when the program may not be run', async () => {
      const path = join(folder, 'data');
      await writeFile(path, 'no program');
      await expect(start({ binary: path })).rejects.toMatchObject({
        message: expect.stringContaining('EACCES'),
      });
    });

    it('says with which status it ended, and where its log is', async () => {
      await expect(start({ binary: await program('exit 3') })).rejects.toMatchObject({
        message: 'nats-server did not start: it ended with status 3.',
        hint: expect.stringContaining(join(folder, 'nats-server.log')),
      });
    });

    it('says what its log says', async () => {
      await writeFile(join(folder, 'jetstream'), 'a file where a folder should be');
      await expect(start()).rejects.toMatchObject({
        code: 'TOOL_UNAVAILABLE',
        message: expect.stringMatching(/^nats-server did not start: it ended with status 1; .*jetstream/i),
      });
    });

    it('leaves nothing running', async () => {
      const log = join(folder, 'starts');
      await expect(start({ binary: await program(`echo start >> '${log}'; exit 1`) })).rejects.toThrow();
      const starts = await readFile(log, 'utf8');
      await sleep(1_000);
      expect(await readFile(log, 'utf8')).toBe(starts);
    });
  });
});
