import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownPack } from '../testing/own-pack';
import { runCommand } from '../testing/run-command';

jest.setTimeout(60_000);

interface Listed {
  readonly name: string;
  readonly installed: boolean;
  readonly used: boolean;
  readonly licence: string;
  readonly commercialUse: boolean;
  readonly bytes: number;
}

describe('kindred models', () => {
  let folder: string;
  let manifest: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kindred-models-'));
    process.env['KINDRED_CACHE'] = join(folder, 'cache');
    manifest = await ownPack(join(folder, 'own'));
  });
  afterEach(async () => {
    delete process.env['KINDRED_CACHE'];
    await rm(folder, { recursive: true, force: true });
  });

  const models = (...args: string[]) => runCommand('models', ...args, '--data', join(folder, 'data'));
  const listed = async () => JSON.parse((await models('list', '--json')).output) as Listed[];
  const mine = async () => (await listed()).find(({ name }) => name === 'mine');

  it('lists the packs that there are, which one is used, and whether they may be used for business', async () => {
    const packs = await listed();
    expect(packs.filter(({ used }) => used).map(({ name }) => name)).toEqual(['faceplugin']);
    expect(packs.every(({ installed, bytes }) => !installed && bytes > 0)).toBe(true);
    const { output } = await models();
    const lines = output.split('\n');
    expect(lines[0]).toMatch(/^\* {2}faceplugin +not fetched +\d+(\.\d)? MB +MIT/);
    expect(lines.find((line) => line.includes('buffalo_l'))).toContain('(no commercial use)');
  });

  it('makes a pack of one’s own known, fetches and checks it, and uses it', async () => {
    expect((await models('add', manifest)).output).toBe(
      'mine is known; fetch it with: kindred models pull mine\n',
    );
    expect(await mine()).toMatchObject({ installed: false, used: false });
    expect((await models('pull', 'mine')).output).toBe(
      'mine is installed; use it with: kindred models use mine\n',
    );
    expect(await mine()).toMatchObject({ installed: true, used: false });
    expect((await models('use', 'mine')).output).toContain('kindred rescan');
    expect(await mine()).toMatchObject({ installed: true, used: true });
    expect(JSON.parse(await readFile(join(folder, 'data', 'settings.json'), 'utf8'))).toEqual({
      pack: 'mine',
    });
  });

  it('fetches what it is told to use', async () => {
    await models('add', manifest);
    await models('use', 'mine');
    expect(await mine()).toMatchObject({ installed: true, used: true });
  });

  it('refuses to use or fetch what it does not know, and changes nothing', async () => {
    for (const command of ['use', 'pull']) {
      expect(await models(command, 'nobodys')).toMatchObject({
        status: 1,
        errors: expect.stringContaining('There is no model pack "nobodys". Use one of faceplugin'),
      });
    }
    expect((await listed()).find(({ used }) => used)?.name).toBe('faceplugin');
  });

  it('refuses a file that is not the one of the manifest, and does not install it', async () => {
    await models('add', manifest);
    await writeFile(join(folder, 'own', 'embedder.onnx'), 'the embedder.onnx of a toad');
    expect(await models('use', 'mine')).toMatchObject({ status: 1 });
    expect(await mine()).toMatchObject({ installed: false, used: false });
  });

  it('takes the files from a folder where there is no network', async () => {
    await models('add', manifest);
    const stick = join(folder, 'stick');
    await ownPack(stick);
    await rm(join(folder, 'own'), { recursive: true });
    expect(await models('pull', 'mine', '--from', stick)).toMatchObject({ status: 0 });
    expect(await mine()).toMatchObject({ installed: true });
  });
});
