import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderList } from '../data-folder/folder-list';
import { dataFolderLayout } from '../data-folder/layout';
import { DataFolderLock } from '../data-folder/lock';
import { readSettings } from '../settings/read-settings';
import { modelPacksOf } from '../standalone/model-pack';
import { ownPack } from '../testing/own-pack';
import { runCommand } from '../testing/run-command';
import { diagnose } from './diagnose';

jest.setTimeout(60_000);

describe('kindred doctor', () => {
  let folder: string;
  let data: string;
  let cache: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kindred-doctor-'));
    [data, cache] = [join(folder, 'data'), join(folder, 'cache')];
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const settings = (given: Record<string, unknown> = {}) =>
    readSettings({ data, cache, port: 0, ...given }, {}).values;

  async function finding(subject: string, given: Record<string, unknown> = {}) {
    const found = (await diagnose(settings(given))).filter((one) => one.subject === subject);
    expect(found).toHaveLength(1);
    return found[0];
  }

  /** A nats-server that only says its version. */
  async function server(version: string): Promise<string> {
    const path = join(folder, `server ${version}`);
    await writeFile(path, `#!/bin/sh\necho "nats-server: v${version}"\n`);
    await chmod(path, 0o755);
    return path;
  }

  it('looks at everything once, and says of what is not good how to mend it', async () => {
    const findings = await diagnose(settings());
    expect(findings.map(({ subject }) => subject)).toEqual([
      'Node',
      'Data folder',
      'Folders of photos',
      'nats-server',
      'Model pack',
      'Execution provider',
      'Dashboard',
      'Port',
    ]);
    for (const { state, remedy } of findings) expect(remedy === undefined).toBe(state === 'good');
  });

  it('makes nothing but the data folder', async () => {
    await diagnose(settings());
    expect(await readdir(folder)).toEqual(['data']);
    expect(await readdir(data)).toEqual([]);
  });

  it('says when the data folder cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    expect(await finding('Data folder', { data: join(folder, 'file', 'data') })).toMatchObject({
      state: 'missing',
      detail: expect.stringContaining('cannot be written'),
      remedy: expect.stringMatching(/^kindred up --data FOLDER/),
    });
  });

  it('says where Kindred runs on the data folder, and calls its port its own', async () => {
    await mkdir(data);
    const lock = await DataFolderLock.take(dataFolderLayout(data).lock);
    expect((await finding('Data folder'))?.detail).toContain('in use at a Kindred that is starting');
    await lock.announce('http://127.0.0.1:4310/');
    expect((await finding('Data folder'))?.detail).toContain('in use at http://127.0.0.1:4310/');
    expect(await finding('Port')).toMatchObject({
      state: 'good',
      detail: 'Kindred runs at http://127.0.0.1:4310/',
    });
    await lock.release();
  });

  it('says which folders of photos are gone', async () => {
    expect(await finding('Folders of photos')).toMatchObject({ state: 'note', remedy: 'kindred up FOLDER' });
    const list = new FolderList(dataFolderLayout(data).folders);
    await list.remember([{ path: folder, keeping: 'reference' }]);
    expect(await finding('Folders of photos')).toEqual({
      subject: 'Folders of photos',
      state: 'good',
      detail: folder,
    });
    await list.remember([{ path: '/nowhere', keeping: 'reference' }]);
    expect(await finding('Folders of photos')).toMatchObject({
      state: 'note',
      detail: 'not there now: /nowhere',
    });
    await writeFile(dataFolderLayout(data).folders, '{');
    expect(await finding('Folders of photos')).toMatchObject({
      state: 'missing',
      remedy: expect.stringContaining('kindred up FOLDER'),
    });
  });

  it('says which nats-server is used, and when it is not the one that was asked for', async () => {
    const good = await server('2.12.1');
    expect(await finding('nats-server', { natsServer: good })).toEqual({
      subject: 'nats-server',
      state: 'good',
      detail: `2.12.1 at ${good}`,
    });
    const tools = join(cache, 'tools');
    await mkdir(tools, { recursive: true });
    await writeFile(join(tools, 'nats-server'), '#!/bin/sh\necho v2.15.1\n', { mode: 0o755 });
    const old = await server('2.9.10');
    expect(await finding('nats-server', { natsServer: old })).toMatchObject({
      state: 'note',
      detail: expect.stringMatching(
        /2\.9\.10 is older than 2\.10\.0; \d+\.\d+\.\d+ at .*nats-server is used$/,
      ),
      remedy: 'kindred config unset natsServer',
    });
    expect(await finding('nats-server', { natsUrl: 'nats://shared:4222' })).toMatchObject({
      state: 'good',
      detail: 'not needed, nats://shared:4222 is used',
    });
  });

  it('says whether the model pack is there and whole', async () => {
    expect(await finding('Model pack')).toMatchObject({
      state: 'note',
      remedy: 'kindred models pull faceplugin',
    });
    expect(await finding('Model pack', { pack: 'nobodys' })).toEqual({
      subject: 'Model pack',
      state: 'missing',
      detail: 'there is no model pack "nobodys"',
      remedy: 'kindred models use faceplugin',
    });
    const packs = modelPacksOf(settings());
    await packs.add(await ownPack(join(folder, 'own')));
    await packs.pull('mine');
    expect(await finding('Model pack', { pack: 'mine' })).toMatchObject({ state: 'good' });
    const files = join(cache, 'models', 'files');
    const [first] = await readdir(files);
    await writeFile(join(files, first!), 'damaged');
    expect(await finding('Model pack', { pack: 'mine' })).toMatchObject({
      remedy: 'kindred models pull mine',
    });
  });

  it('says when the models cannot run on what was asked for', async () => {
    expect(await finding('Execution provider')).toMatchObject({ state: 'good', detail: 'cpu' });
    const other = process.platform === 'darwin' ? 'dml' : 'coreml';
    expect(await finding('Execution provider', { executionProvider: other })).toMatchObject({
      state: 'missing',
      detail: expect.stringContaining(`${other} is not available; this computer has cpu`),
      remedy: 'kindred config set executionProvider cpu',
    });
  });

  it('says when another program uses the port', async () => {
    const program = createServer();
    const taken = await new Promise<number>((resolve) =>
      program.listen(0, '127.0.0.1', () => resolve((program.address() as { port: number }).port)),
    );
    expect(await finding('Port', { port: taken })).toMatchObject({
      state: 'note',
      detail: `127.0.0.1:${taken} is used by another program`,
      remedy: expect.stringContaining('--port NUMBER'),
    });
    await new Promise((resolve) => program.close(resolve));
  });

  it('ends with status 1 exactly when something is missing', async () => {
    process.env['KINDRED_CACHE'] = cache;
    try {
      const all = await runCommand('doctor', '--data', data, '--json');
      const isMissing = (JSON.parse(all.output) as { state: string }[]).some(
        ({ state }) => state === 'missing',
      );
      expect(all.status).toBe(isMissing ? 1 : 0);
      await mkdir(data, { recursive: true });
      await writeFile(join(data, 'settings.json'), JSON.stringify({ pack: 'nobodys' }));
      const missing = await runCommand('doctor', '--data', data);
      expect(missing.status).toBe(1);
      expect(missing.output).toContain(
        '✗ Model pack: there is no model pack "nobodys"\n    kindred models use faceplugin\n',
      );
    } finally {
      delete process.env['KINDRED_CACHE'];
    }
  });
});
