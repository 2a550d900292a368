import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type LibraryKnowledge, sharedDirection } from '@kindred/clustering';
import type { PackName } from '@kindred/domain';
import { rulesOf } from '@kindred/trainer';
import { DEFAULT_PACK } from '@kindred/vision';
import { modelPack } from '../data';
import { generateLibrary } from '../libraries/generate-library';
import { embeddingFacts } from '../libraries/embedding-facts';
import { printJson } from '../print';
import { raceLibrePhotos } from './librephotos';
import { inOtherProcess } from './other-process';
import type { RefreshPlan, RefreshResult, ScalePlan, ScaleResult } from './plan';
import { type ScaleReport, tell } from './report';

const { values } = parseArgs({
  options: {
    pack: { type: 'string', default: DEFAULT_PACK },
    /** Faces of the libraries, the smallest first. */
    sizes: { type: 'string', default: '10000,100000,1000000' },
    seed: { type: 'string', default: '1' },
    /** What is measured: `scale` and `refresh` with each size, `librephotos` once. */
    only: { type: 'string', default: 'scale,refresh,librephotos' },
    /** Prints nothing but the line for programs. */
    json: { type: 'boolean', default: false },
  },
});

/** Faces that tell the shared direction where no training did. */
const SAMPLE = 20_000;
const SETTINGS = { minimumConfidence: 0.5, minimumGroupSize: 2 };

/** How training scales with the library; see the README beside the package. */
async function main(): Promise<void> {
  const seed = Number(values.seed);
  const { manifest } = await modelPack(values.pack);
  const facts = embeddingFacts(manifest.name);
  const { nearSimilarity, ...rules } = rulesOf(manifest.name as PackName, manifest.matching, SETTINGS);
  const say = (text: string) => void (values.json || process.stdout.write(`${text}\n`));

  const only = values.only.split(',');
  const race = only.includes('librephotos') ? await raceLibrePhotos(seed, facts, rules) : null;
  if (race) say('raced LibrePhotos');
  const trained: ScaleResult[] = [];
  const refreshed: RefreshResult[] = [];
  for (const faces of values.sizes.split(',').map(Number)) {
    const plan: ScalePlan = { faces, seed, facts, rules };
    if (only.includes('scale')) {
      const result = await inOtherProcess<ScalePlan, ScaleResult>('train-whole', plan);
      trained.push(result);
      say(`trained ${faces} faces in ${result.trainings[0]!.seconds.toFixed(1)} s`);
    }
    if (only.includes('refresh')) {
      const known = trained.find((result) => result.faces === faces)?.known ?? knownOfASample(plan);
      const refresh: RefreshPlan = { ...plan, known, nearSimilarity };
      refreshed.push(await inOtherProcess<RefreshPlan, RefreshResult>('take-in-one', refresh));
      say(`took in faces, ${faces} in the library`);
    }
  }

  const report: ScaleReport = { trained, refreshed, race };
  if (!values.json) tell(report);
  printJson({
    bench: 'train-scale',
    pack: manifest.name,
    seed,
    processors: `${availableParallelism()} x ${cpus()[0]?.model ?? 'unknown'}`,
    // The shared direction is nobody's to read.
    trained: trained.map(({ known: _, ...result }) => result),
    refreshed,
    race,
  });
}

/** What bad faces share is known from some of them. */
function knownOfASample(plan: ScalePlan): LibraryKnowledge {
  const sample = generateLibrary({ ...plan, faces: Math.min(plan.faces, SAMPLE) });
  return { faces: plan.faces, sharedDirection: sharedDirection(sample) };
}

void main();
