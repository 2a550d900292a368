import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Library } from '../libraries/library';
import type { Answer, Labeling } from './recipe';

/** The recipes of other applications, in the folder `competitors`. */
export const COMPETITORS = ['immich', 'librephotos', 'photoprism', 'chinese-whispers'] as const;
export type Competitor = (typeof COMPETITORS)[number];

const SOURCES = resolve(__dirname, '../../competitors');
const ENVIRONMENT = resolve(__dirname, '../../../.cache/competitors');

const run = promisify(execFile);

interface WrittenAnswer {
  readonly recipe: string;
  readonly setting: Readonly<Record<string, number | string | boolean>>;
  readonly published: string | null;
  readonly labeling: string | null;
  readonly file: string;
  readonly seconds: number;
}

/** How long LibrePhotos' recipe takes, once written in one way. */
export interface LibrePhotosTime {
  readonly way: string;
  readonly groupSeconds: number;
  readonly matchSeconds: number;
}

/**
 * Asks the competitors' recipes, which are Python as their originals mostly are. They get embeddings, photos and
 * qualities in files, and their answers come back the same way: nobody but this package counts what is right.
 */
export class Competition {
  private constructor(private readonly python: string) {}

  /** Installs what the recipes need where that is not done yet. Null, after saying why, where there is no Python. */
  static async open(): Promise<Competition | null> {
    const python = join(ENVIRONMENT, 'venv', 'bin', 'python');
    const requirements = readFileSync(join(SOURCES, 'requirements.txt'), 'utf8');
    const installed = join(ENVIRONMENT, 'requirements.txt');
    try {
      if (!existsSync(installed) || readFileSync(installed, 'utf8') !== requirements) {
        mkdirSync(ENVIRONMENT, { recursive: true });
        await run('python3', ['-m', 'venv', join(ENVIRONMENT, 'venv')]);
        await run(python, ['-m', 'pip', 'install', '--quiet', '-r', join(SOURCES, 'requirements.txt')]);
        writeFileSync(installed, requirements);
      }
    } catch (error) {
      process.stdout.write(`MISSING  competitors: left out. ${(error as Error).message.split('\n')[0]}\n`);
      return null;
    }
    return new Competition(python);
  }

  async answers(
    recipes: readonly Competitor[],
    library: Library,
    labelings: readonly Labeling[],
    sweep: boolean,
  ): Promise<Answer[]> {
    if (recipes.length === 0) return [];
    const folder = await mkdtemp(join(tmpdir(), 'kindred-bench-'));
    try {
      await writeLibrary(folder, recipes, library, labelings, sweep);
      await run(this.python, ['-B', join(SOURCES, 'compete.py'), folder]);
      const written = JSON.parse(await readFile(join(folder, 'answers.json'), 'utf8')) as WrittenAnswer[];
      return await Promise.all(written.map((answer) => readAnswer(folder, answer)));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Times LibrePhotos' recipe from embeddings to suggestions, the matrix of all similarities included. */
  async timesOfLibrePhotos(library: Library, labeling: Labeling): Promise<LibrePhotosTime[]> {
    const folder = await mkdtemp(join(tmpdir(), 'kindred-bench-'));
    try {
      await writeLibrary(folder, ['librephotos'], library, [labeling], false);
      await run(this.python, ['-B', join(SOURCES, 'time_librephotos.py'), folder, String(labeling.each)]);
      return JSON.parse(await readFile(join(folder, 'times.json'), 'utf8')) as LibrePhotosTime[];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

async function writeLibrary(
  folder: string,
  recipes: readonly Competitor[],
  library: Library,
  labelings: readonly Labeling[],
  sweep: boolean,
): Promise<void> {
  const asked = {
    dimension: library.dimension,
    recipes,
    labelings: labelings.map(({ each }) => String(each)),
    sweep,
  };
  await writeFile(join(folder, 'library.json'), JSON.stringify(asked));
  const arrays = {
    vectors: library.vectors,
    photos: library.photos,
    qualities: library.qualities,
    ...Object.fromEntries(labelings.map(({ each, labels }) => [`labels-${each}`, labels])),
  };
  for (const [name, values] of Object.entries(arrays)) {
    await writeFile(
      join(folder, `${name}.bin`),
      Buffer.from(values.buffer, values.byteOffset, values.byteLength),
    );
  }
}

async function readAnswer(
  folder: string,
  { recipe, setting, published, labeling, file, seconds }: WrittenAnswer,
): Promise<Answer> {
  const bytes = async (name: string) => new Uint8Array(await readFile(join(folder, name))).buffer;
  return {
    recipe,
    published,
    setting: Object.entries(setting)
      .map(([name, value]) => `${name} ${value}`)
      .join(', '),
    each: labeling === null ? 0 : Number(labeling),
    people: new Int32Array(await bytes(`${file}.groups.bin`)),
    confidences: labeling === null ? null : new Float64Array(await bytes(`${file}.confidence.bin`)),
    seconds,
  };
}
