import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { LearningRules } from '@kindred/clustering';
import type { PackName } from '@kindred/domain';
import { rulesOf } from '@kindred/trainer';
import { DEFAULT_PACK } from '@kindred/vision';
import { modelPack } from '../data';
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
    /** What is measured: `scale` with each size, `librephotos` once. */
    only: { type: 'string', default: 'scale,librephotos' },
    /** Prints nothing but the line for programs. */
    json: { type: 'boolean', default: false },
  },
});

const SETTINGS = { minimumConfidence: 0.5, minimumGroupSize: 2 };

/** How training scales with the library; see the README beside the package. */
async function main(): Promise<void> {
  const seed = Number(values.seed);
  const { manifest } = await modelPack(values.pack);
  const facts = embeddingFacts(manifest.name);
  const rules: LearningRules = rulesOf(manifest.name as PackName, manifest.matching, SETTINGS);
  const say = (text: string) => void (values.json || process.stdout.write(`${text}\n`));

  const only = values.only.split(',');
  const sizes = only.includes('scale') ? values.sizes.split(',').map(Number) : [];
  const race = only.includes('librephotos') ? await raceLibrePhotos(seed, facts, rules) : null;
  if (race) say('raced LibrePhotos');
  const trained: ScaleResult[] = [];
  const refreshed: RefreshResult[] = [];
  for (const faces of sizes) {
    const plan: ScalePlan = { faces, seed, facts, rules };
    const result = await inOtherProcess<ScalePlan, ScaleResult>('train-whole', plan);
    trained.push(result);
    say(`trained ${faces} faces in ${result.trainings[0]!.seconds.toFixed(1)} s`);
    refreshed.push(
      await inOtherProcess<RefreshPlan, RefreshResult>('take-in-one', { ...plan, known: result.known }),
    );
    say(`took in faces, ${faces} in the library`);
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

void main();
