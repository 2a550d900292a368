import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Evaluation } from '../src/evaluate/evaluate';
import { kindred, KindredProcess, lastJson, temporaryFolder } from './kindred-process';
import { PHOTOS_A_PERSON, putPhotosOfPeople } from './photos-of-people';

describe('kindred eval', () => {
  const folder = temporaryFolder('eval');
  const photos = join(folder, 'photos');
  const data = join(folder, 'data');
  let people: string[];

  beforeAll(async () => {
    people = await putPhotosOfPeople(photos);
    await mkdir(join(photos, people[0], 'more'));
    await rename(join(photos, people[0], 'grey.jpg'), join(photos, people[0], 'more', 'grey.jpg'));
    await sharp({ create: { width: 300, height: 300, channels: 3, background: 'beige' } })
      .jpeg()
      .toFile(join(photos, people[1], 'wall.jpg'));
    await writeFile(join(photos, people[2], 'text.jpg'), 'not an image at all');
  });

  it('says how well the default models do, and what they could not use', async () => {
    const run = await kindred(['eval', photos, '--json'], data);
    const evaluation = lastJson<Evaluation>(run);
    const faces = PHOTOS_A_PERSON * people.length;
    expect(evaluation).toMatchObject({ folder: photos, pack: 'faceplugin', people: people.length });
    expect(evaluation).toMatchObject({
      photos: faces + 1,
      photosWithFace: faces,
      detectionRate: faces / (faces + 1),
    });
    expect(evaluation.photosWithoutFace).toEqual([join(people[1], 'wall.jpg')]);
    expect(evaluation.failures).toEqual([
      expect.objectContaining({ path: join(people[2], 'text.jpg'), code: 'FILE_NOT_AN_IMAGE' }),
    ]);
    expect(evaluation.tellingApart.rates.map((rate) => rate.trueAcceptRate)).toEqual([1, 1]);
    expect(evaluation.grouping).toMatchObject({ groups: people.length, pairs: { f: 1 }, bcubed: { f: 1 } });
    expect(evaluation.suggestions.map(({ labels }) => labels)).toEqual([1, 2, 5]);
    for (const { scores } of evaluation.suggestions) {
      expect(scores).toMatchObject({ accuracy: 1, found: 1, leftUnknown: 0, strangersTaken: 0 });
    }
    expect(run.output.trimEnd().split('\n')).toHaveLength(1);
    expect(run.errors).toContain('Grouping without labels: 4 groups');
  });

  it('says what is wrong with a folder that has no people', async () => {
    const { status, errors } = await kindred(['eval', join(photos, people[0])], data);
    expect(status).toBe(1);
    expect(errors).toContain('one person only, "more"');
    expect(errors).toContain('Make a folder for each of two or more people');
  });

  it('refuses models that there are not', async () => {
    const { status, errors } = await kindred(['eval', photos, '--pack', 'nobodys'], data);
    expect(status).toBe(1);
    expect(errors).toContain('There is no model pack "nobodys"');
  });

  it('stops when it is interrupted, and says so', async () => {
    const run = KindredProcess.start(['eval', photos], data);
    await run.says('Finding faces');
    run.kill('SIGINT');
    const { status, output, errors } = await run.finished;
    expect({ status, output }).toEqual({ status: 1, output: '' });
    expect(errors).toContain('The evaluation was stopped');
  });
});
