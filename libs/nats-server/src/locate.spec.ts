import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locateNatsServer } from './locate';

/** A folder with a nats-server that says it is of this version. */
async function folderWith(version: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kindred-locate-'));
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

  it('finds none in empty places', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'kindred-locate-'));
    expect(await locateNatsServer({ searchPath: empty, toolsFolder: empty })).toEqual({
      found: null,
      looked: [],
    });
  });
});
