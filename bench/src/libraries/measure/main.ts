import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { trueAcceptRate } from '@kindred/clustering';
import { AnalyserPool, DEFAULT_PACK, similarityPairs } from '@kindred/vision';
import { evaluationPeople, evaluationPhotos, modelPack } from '../../data';
import { knownFaces, type KnownFace } from '../../known-faces';
import { printJson, printTable, rounded } from '../../print';
import { type EmbeddingFacts, FACTS_FOLDER, quantilesOf, SHARES } from '../embedding-facts';
import { unit } from '../embedding-space';
import { degraded, DEGRADINGS, regionsWithoutFace } from './degrade';
import { dot, meanOf, momentsOf, productsAcross, spectrumOf } from './spread';

const { values } = parseArgs({ options: { pack: { type: 'string', default: DEFAULT_PACK } } });

/** Measures how a pack's embeddings are distributed, and keeps the sums where the generator of libraries finds them. */
async function main(): Promise<void> {
  const pack = await modelPack(values.pack);
  const pool = await AnalyserPool.open({ pack });
  try {
    const people = ['lfw10', 'bbt'].flatMap((folder) => evaluationPeople(folder) ?? []);
    const { faces } = await knownFaces(pool, people);
    const groups = evaluationPhotos('groups');
    if (faces.length === 0 || groups === null) {
      return printJson({ bench: 'measure-embeddings', measured: false });
    }
    const facts: EmbeddingFacts = {
      pack: pack.manifest.name,
      ...(await distributionOf(faces)),
      ...(await degradations(pool, faces, groups)),
    };
    mkdirSync(FACTS_FOLDER, { recursive: true });
    const file = join(FACTS_FOLDER, `${facts.pack}.json`);
    writeFileSync(file, `${JSON.stringify(facts, (_, value) => short(value), 2)}\n`);
    print(facts);
    printJson({ bench: 'measure-embeddings', measured: true, file, facts });
  } finally {
    await pool.close();
  }
}

async function distributionOf(
  faces: readonly KnownFace[],
): Promise<Omit<EmbeddingFacts, 'pack' | 'degraded' | 'nothing'>> {
  const embeddings = { person: faces.map(({ person }) => person), values: faces.map(embeddingOf) };
  const people = [...new Set(embeddings.person)];
  const of = (person: string) => embeddings.values.filter((_, i) => embeddings.person[i] === person);
  const centres = { person: people, values: people.map((person) => meanOf(of(person))) };
  const residuals = {
    person: embeddings.person,
    // The mean of a person's few faces is drawn towards each of them; this makes up for it.
    values: faces.map(({ person, face }) => {
      const known = of(person).length;
      const centre = centres.values[people.indexOf(person)]!;
      return Float64Array.from(
        face.embedding,
        (value, i) => (value - centre[i]!) * Math.sqrt(known / (known - 1)),
      );
    }),
  };
  const pairs = await similarityPairs(
    faces.map((face) => ({ person: face.person, embedding: embeddingOf(face) })),
  );
  const same = momentsOf(pairs.same).mean;
  const common = momentsOf(pairs.different).mean;
  const personal = same - common;
  const mean = meanOf(centres.values);
  return {
    dimension: embeddings.values[0]!.length,
    people: people.length,
    faces: faces.length,
    common,
    signal: signalOf(embeddings.values, embeddings.person),
    centres: {
      effectiveDimension: personal ** 2 / momentsOf(productsAcross(centres)).deviation ** 2,
      spectrum: spectrumOf(
        centres.values.map((centre) => centre.map((value, i) => value - mean[i]!)),
        people.length - 1,
      ),
    },
    residuals: {
      effectiveDimension: (1 - same) ** 2 / meanSquare(productsAcross(residuals)),
      spectrum: spectrumOf(residuals.values, 32),
    },
    crossDimension: (personal * (1 - same)) / meanSquare(productsAcross(centres, residuals)),
    same: quantilesOf(pairs.same),
    different: quantilesOf(pairs.different),
    trueAcceptRate: trueAcceptRate(pairs, 1e-3).rate,
    quality: quantilesOf(faces.map(({ face }) => face.quality.overall)),
  };
}

/** Two faces of a person are about as alike as the product of how much each is like the person. */
function signalOf(vectors: readonly Float32Array[], person: readonly string[]): EmbeddingFacts['signal'] {
  const people = [...new Set(person)].map((name) => {
    const own = vectors.filter((_, i) => person[i] === name);
    const means = own.map((one) => {
      const others = own.filter((other) => other !== one);
      return momentsOf(others.map((other) => dot(one, other))).mean;
    });
    return momentsOf(means);
  });
  const { mean: same, deviation } = momentsOf(people.map(({ mean }) => mean));
  const mean = Math.sqrt(same);
  return {
    mean,
    personDeviation: deviation / (2 * mean),
    faceDeviation: momentsOf(people.map(({ deviation }) => deviation)).mean / mean,
  };
}

async function degradations(
  pool: AnalyserPool,
  faces: readonly KnownFace[],
  groups: readonly string[],
): Promise<Pick<EmbeddingFacts, 'degraded' | 'nothing'>> {
  const sets: { name: string; faces: KnownFace[] }[] = [];
  for (const degrading of DEGRADINGS) {
    sets.push({ name: degrading.name, faces: await degraded(pool, faces, degrading) });
  }
  const blurred = sets.find(({ name }) => name === 'blur 12 %')!;
  const direction = unit(meanOf(blurred.faces.map(embeddingOf)));
  const summed = async (worse: readonly KnownFace[]) => {
    const pairs = await similarityPairs(
      worse.map((face) => ({ person: face.person, embedding: embeddingOf(face) })),
    );
    const different = momentsOf(pairs.different);
    const facts = {
      quality: quantilesOf(worse.map(({ face }) => face.quality.overall))[SHARES.indexOf(0.5)]!,
      different: different.mean,
      differentDeviation: different.deviation,
      blurDirection: dot(unit(meanOf(worse.map(embeddingOf))), direction),
    };
    return { pairs, facts };
  };
  return {
    degraded: await Promise.all(
      sets.map(async ({ name, faces: worse }) => {
        const { pairs, facts } = await summed(worse);
        return {
          name,
          ...facts,
          kept: momentsOf(worse.map((face, i) => dot(face.face.embedding, faces[i]!.face.embedding))).mean,
          same: momentsOf(pairs.same).mean,
          trueAcceptRate: trueAcceptRate(pairs, 1e-3).rate,
        };
      }),
    ),
    nothing: (await summed(await regionsWithoutFace(pool, groups))).facts,
  };
}

function print(facts: EmbeddingFacts): void {
  const { quality, different, differentDeviation, blurDirection } = facts.nothing;
  printTable(
    ['share', 'same', 'different', 'quality'],
    SHARES.map((share, i) => [
      share,
      rounded(facts.same[i]!, 3),
      rounded(facts.different[i]!, 3),
      rounded(facts.quality[i]!, 3),
    ]),
  );
  printTable(
    ['degraded', 'quality', 'kept', 'same', 'different', 'deviation', 'blur direction', 'TAR at FAR 1e-3'],
    facts.degraded.map((one) => [
      one.name,
      rounded(one.quality, 3),
      rounded(one.kept, 3),
      rounded(one.same, 3),
      rounded(one.different, 3),
      rounded(one.differentDeviation, 3),
      rounded(one.blurDirection, 3),
      rounded(one.trueAcceptRate, 3),
    ]),
  );
  process.stdout.write(
    `no face: quality ${quality.toFixed(3)}, alike ${different.toFixed(3)} (deviation ${differentDeviation.toFixed(3)}), blur direction ${blurDirection.toFixed(3)}\n`,
  );
}

const embeddingOf = ({ face }: KnownFace): Float32Array => face.embedding;

const meanSquare = (products: readonly number[]) =>
  products.reduce((sum, value) => sum + value * value, 0) / products.length;

const short = (value: unknown) => (typeof value === 'number' ? rounded(value, 4) : value);

void main();
