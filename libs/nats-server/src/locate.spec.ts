import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { locateNatsServer } from './locate';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kindred-locate-'));
  folders.push(folder);
  return folder;
}

/** A folder with a nats-server that says it is of this version. */
async function folderWith(version: string): Promise<string> {
  const folder = await emptyFolder();
  const file = join(folder, 'nats-server');
  await writeFile(file, `#!/bin/sh\necho "nats-server: v${version}"\n`);
  await chmod(file, 0o755);
  return folder;
}

describe('locating nats-server', () => {
  it('prefers the path it was given over the search path and its own tools', async () => {
    const [given, onPath, tools] = await Promise.all(['2.12.1', '2.11.0', '2.10.0'].map(folderWith));
    const explicit = join(given, 'nats-server');
    const { found } = await locateNatsServer({ explicit, searchPath: onPath, toolsFolder: tools });
    expect(found).toMatchObject({ path: explicit, version: '2.12.1' });
  });

  it('passes over one that is too old and says so', async () => {
    const [old, tools] = await Promise.all(['2.9.10', '2.10.27'].map(folderWith));
    const { found, looked } = await locateNatsServer({ searchPath: old, toolsFolder: tools });
    expect(found?.version).toBe('2.10.27');
    expect(looked[0].refused).toMatch(/2\.9\.10 is older than 2\.10\.0/);
  });

  it('looks through the search path in its order before its own tools', async () => {
    const [first, second, tools] = await Promise.all(['2.11.0', '2.12.1', '2.15.1'].map(folderWith));
    const searchPath = ['', '/nowhere', first, second].join(delimiter);
    const { found, looked } = await locateNatsServer({ searchPath, toolsFolder: tools });
    expect(found?.path).toBe(join(first, 'nats-server'));
    expect(looked).toHaveLength(1);
  });

  it.each([
    ['2.10.0', null],
    ['2.10.27-RC.1', null],
    ['3.0.0', null],
    ['10.0.0', null],
    ['2.9.99', '2.9.99 is older than 2.10.0'],
    ['1.99.0', '1.99.0 is older than 2.10.0'],
  ])('says of version %s: %s', async (version, refused) => {
    const { looked } = await locateNatsServer({
      searchPath: await folderWith(version),
      toolsFolder: '/nowhere',
    });
    expect(looked).toMatchObject([{ refused }]);
  });

  it('says why the one that it was given cannot be used, and looks on', async () => {
    const tools = await folderWith('2.10.27');
    const explicit = '/nowhere/nats-server';
    const { found, looked } = await locateNatsServer({ explicit, searchPath: '', toolsFolder: tools });
    expect(looked[0]).toMatchObject({
      path: explicit,
      refused: expect.stringMatching(/^it cannot be run \(.*ENOENT/),
    });
    expect(found?.version).toBe('2.10.27');
  });

  it('passes over what is no program and what does not say its version', async () => {
    const [silent, data, tools] = await Promise.all(['2.12.1', '2.12.1', '2.10.27'].map(folderWith));
    await writeFile(join(silent, 'nats-server'), '#!/bin/sh\necho hello\n');
    await chmod(join(data, 'nats-server'), 0o644);
    const searchPath = [silent, data].join(delimiter);
    const { found, looked } = await locateNatsServer({ searchPath, toolsFolder: tools });
    expect(found?.path).toBe(join(tools, 'nats-server'));
    expect(looked[0]?.refused).toBe('it does not say its version');
    expect(looked).toHaveLength(2);
  });

  it('finds none in empty places', async () => {
    const empty = await emptyFolder();
    expect(await locateNatsServer({ searchPath: empty, toolsFolder: empty })).toEqual({
      found: null,
      looked: [],
    });
  });
});
