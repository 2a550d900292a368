import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { readPeopleFolder } from './people-folder';

describe('a folder of people', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'kindred-people-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  async function put(...paths: string[]): Promise<void> {
    for (const path of paths) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), 'x');
    }
  }

  it('says by its folders who is in which photo, however deep the photos lie', async () => {
    await put(
      'Anna/1.jpg',
      'Anna/2019/summer/2.jpg',
      'Ben/1.png',
      'Ben/notes.txt',
      'group.jpg',
      'empty/none.txt',
    );
    const { people, failures } = await readPeopleFolder(root);
    const paths = people.map(({ person, photos }) => [person, photos.map((photo) => relative(root, photo))]);
    expect(paths).toEqual([
      ['Anna', ['Anna/1.jpg', 'Anna/2019/summer/2.jpg']],
      ['Ben', ['Ben/1.png']],
    ]);
    expect(failures).toEqual([]);
  });

  it('lists what cannot be looked at and goes on', async () => {
    await put('Anna/1.jpg', 'Ben/1.jpg');
    await symlink('/nowhere/2.jpg', join(root, 'Ben', '2.jpg'));
    const { people, failures } = await readPeopleFolder(root);
    expect(people).toHaveLength(2);
    expect(failures).toEqual([
      expect.objectContaining({ code: 'FILE_UNREADABLE', path: join(root, 'Ben', '2.jpg') }),
    ]);
  });

  it('must be there', async () => {
    const nowhere = join(root, 'nowhere');
    await expect(readPeopleFolder(nowhere)).rejects.toMatchObject({
      code: 'FOLDER_UNREADABLE',
      message: expect.stringContaining(nowhere),
      hint: expect.any(String),
    });
  });

  it.each([
    ['no photos in folders of people', ['group.jpg'], 'no folder with photos of a person'],
    ['photos of one person', ['Anna/1.jpg', 'Ben/notes.txt'], 'one person only, "Anna"'],
  ])('must not have %s', async (_, paths, message) => {
    await put(...paths);
    await expect(readPeopleFolder(root)).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
      message: expect.stringContaining(message),
      hint: expect.stringContaining('two or more people'),
    });
  });
});
