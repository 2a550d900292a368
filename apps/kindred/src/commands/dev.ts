import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { KindredError, systemClock } from '@kindred/domain';
import { fetchSamplePhotos } from '@kindred/vision';
import { DataFolderLock } from '../data-folder/lock';
import { dataFolderLayout } from '../data-folder/layout';
import { sampleCrops } from '../seed/sample-crops';
import { seedLibrary } from '../seed/seed-library';
import type { KindredSettings } from '../settings/kindred-settings';
import { readSettings } from '../settings/read-settings';
import { openDetectorEngine, preparePack } from '../standalone/model-pack';
import { type OpenStores, openStores } from '../standalone/stores';
import { counted } from '../terminal/format';
import type { CommandContext } from './command-context';
import { dataOption } from './options';

interface SeedOptions {
  readonly data?: string;
  readonly faces: number;
}

/** `kindred dev`: what developers of Kindred need. */
export function devCommand(program: Command, context: CommandContext): void {
  const dev = program.command('dev').summary('for those who develop Kindred');
  dev
    .command('seed')
    .summary('make a large library of invented people')
    .description(
      'Fills an empty library with invented photos and people, whose faces are those of the sample photos.',
    )
    .requiredOption('--faces <number>', 'how many faces', faces)
    .addOption(dataOption())
    .action((options: SeedOptions) => seed(options, context));
}

async function seed({ faces: wanted, data }: SeedOptions, context: CommandContext): Promise<void> {
  if (data === undefined) {
    throw new KindredError('ARGUMENT_INVALID', 'An invented library needs a folder of its own.', {
      hint: 'Name it with --data.',
    });
  }
  const { values: settings } = readSettings({ data });
  const layout = dataFolderLayout(settings.data);
  await mkdir(layout.root, { recursive: true, mode: 0o700 });
  const lock = await DataFolderLock.take(layout.lock);
  try {
    const stores = await openStores(layout);
    await fill(stores, settings, wanted, context).finally(() => stores.close());
  } finally {
    await lock.release();
  }
  const where = settings.data;
  context.output.write(
    `${counted(wanted, 'face')} in ${where}; look at them with: kindred up --data ${where}\n`,
  );
}

async function fill(
  { ports }: OpenStores,
  settings: KindredSettings,
  wanted: number,
  { reporter, interrupted }: CommandContext,
): Promise<void> {
  const pack = await preparePack(settings, reporter);
  const photos = await fetchSamplePhotos(join(settings.cache, 'sample-photos'));
  const { analyser, pack: name } = await openDetectorEngine(pack, settings);
  const crops = await sampleCrops(photos, analyser, ports.objects).finally(() => analyser.close());
  await seedLibrary(ports, {
    faces: wanted,
    pack: name,
    crops,
    now: systemClock.now(),
    signal: interrupted,
    onProgress: (done) => reporter.progress(`${counted(done, 'face')} of ${wanted.toLocaleString('en')}`),
  });
  reporter.endProgress();
}

function faces(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 100_000_000) {
    throw new InvalidArgumentError('It is a number from 1 to 100000000.');
  }
  return value;
}
