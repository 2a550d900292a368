import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { walkObjectsBelow } from './walk-objects';

describe('the objects below a prefix', () => {
  let parent: string;
  let root: string;

  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'kindred-walk-'));
    root = join(parent, 'root');
    for (const folder of ['crops/ab/face', 'crops/ac', 'originals'])
      await mkdir(join(root, folder), { recursive: true });
    for (const key of [
      'crops/ab/face/1.webp',
      'crops/ab/face/2.webp',
      'crops/ab.webp',
      'crops/ac/3.webp',
      'originals/a',
    ]) {
      await writeFile(join(root, key), '');
    }
    await writeFile(join(parent, 'secret'), '');
  });
  afterAll(() => rm(parent, { recursive: true, force: true }));

  async function keys(prefix: string): Promise<string[]> {
    const found: string[] = [];
    for await (const { key } of walkObjectsBelow(root, prefix)) found.push(key);
    return found;
  }

  it.each([
    ['', ['crops/ab.webp', 'crops/ab/face/1.webp', 'crops/ab/face/2.webp', 'crops/ac/3.webp', 'originals/a']],
    ['crops/ab', ['crops/ab.webp', 'crops/ab/face/1.webp', 'crops/ab/face/2.webp']],
    ['crops/ab/face/', ['crops/ab/face/1.webp', 'crops/ab/face/2.webp']],
    ['crops/ab/face/2', ['crops/ab/face/2.webp']],
    ['crops/nowhere/', []],
    ['originals/a/', []],
  ])('are those of %j', async (prefix, expected) => {
    expect(await keys(prefix)).toEqual(expected);
  });

  it.each(['../', '../secret', '/', 'crops/../../', 'crops//ab'])(
    'are none for %j, which would leave the root',
    async (prefix) => {
      expect(await keys(prefix)).toEqual([]);
    },
  );
});
