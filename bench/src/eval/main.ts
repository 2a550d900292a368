import { parseArgs } from 'node:util';
import { trueAcceptRate } from '@kindred/clustering';
import { AnalyserPool, DEFAULT_PACK, SAMPLE_PHOTOS, similarityPairs } from '@kindred/vision';
import { evaluationPeople, evaluationPhotos, modelPack, samplePhotos, titleOf } from '../data';
import { knownFaces } from '../known-faces';
import { printJson, printTable, rounded } from '../print';
import { EXPECTED_FACES } from './expected-faces';
import { fitPrior } from './fit-prior';

const { values } = parseArgs({ options: { pack: { type: 'string', default: DEFAULT_PACK } } });

/** How well people are told apart and how well faces are found; see the README beside the package. */
async function main(): Promise<void> {
  const pack = await modelPack(values.pack);
  const pool = await AnalyserPool.open({ pack });
  try {
    const verification = await verify(pool);
    const detection = await detect(pool);
    printJson({ bench: 'eval', pack: pack.manifest.name, verification, detection });
  } finally {
    await pool.close();
  }
}

async function verify(pool: AnalyserPool) {
  const people = ['lfw10', 'bbt'].flatMap((folder) => evaluationPeople(folder) ?? []);
  if (people.length === 0) return null;
  const { faces, without } = await knownFaces(pool, people);
  const pairs = await similarityPairs(
    faces.map(({ person, face }) => ({ person, embedding: face.embedding })),
  );
  const rates = [1e-2, 1e-3].map((far) => ({ far, ...trueAcceptRate(pairs, far) }));
  const { slope, intercept } = fitPrior(pairs);

  process.stdout.write(`\n${people.length} people, ${faces.length + without.length} photos, `);
  process.stdout.write(`${pairs.same.length} same and ${pairs.different.length} different pairs\n`);
  printTable(
    ['FAR', 'TAR', 'at cosine'],
    rates.map(({ far, rate, threshold }) => [far, rounded(rate, 4), rounded(threshold, 3)]),
  );
  process.stdout.write(`fitted prior: slope ${slope.toFixed(1)}, intercept ${intercept.toFixed(2)}\n`);
  process.stdout.write(`photos without a face: ${without.map(titleOf).join(', ') || 'none'}\n`);
  return {
    photos: faces.length + without.length,
    withoutFace: without.map(titleOf),
    tarAtFar: Object.fromEntries(rates.map(({ far, rate }) => [far, rounded(rate, 4)])),
    prior: { slope: rounded(slope, 2), intercept: rounded(intercept, 2) },
  };
}

async function detect(pool: AnalyserPool) {
  const expected: Record<string, number> = {
    ...EXPECTED_FACES,
    ...Object.fromEntries(SAMPLE_PHOTOS.map((photo) => [titleOf(photo.name), photo.faces])),
  };
  const photos = [...(evaluationPhotos('groups') ?? []), ...(await samplePhotos())];
  const counted = photos.filter((photo) => expected[titleOf(photo)] !== undefined);
  const analyses = await Promise.all(counted.map((photo) => pool.analyse(photo)));
  const rows = counted.map((photo, i) => {
    const there = expected[titleOf(photo)]!;
    const found = analyses[i]!.faces.length;
    return {
      photo: titleOf(photo),
      there,
      found,
      missed: Math.max(0, there - found),
      extra: Math.max(0, found - there),
    };
  });

  process.stdout.write('\n');
  printTable(
    ['photo', 'faces', 'found', 'missed', 'too many'],
    rows.map((row) => [row.photo, row.there, row.found, row.missed, row.extra]),
  );
  const sum = (part: 'there' | 'missed' | 'extra') => rows.reduce((total, row) => total + row[part], 0);
  const falsePositives = rows.filter((row) => row.extra > 0).map(({ photo, extra }) => ({ photo, extra }));
  const recall = rounded(1 - sum('missed') / sum('there'), 4);
  process.stdout.write(`recall ${recall} of ${sum('there')} faces; false positives: `);
  process.stdout.write(
    `${falsePositives.map(({ photo, extra }) => `${photo} (${extra})`).join(', ') || 'none'}\n`,
  );
  return { photos: rows.length, faces: sum('there'), recall, falsePositives };
}

void main();
