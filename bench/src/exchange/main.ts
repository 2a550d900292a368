import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { printJson, printTable, rounded } from '../print';
import { inventedLibrary, RunningKindred } from '../running/running-kindred';
import { inventStatements } from './invent-statements';
import { type Run, runMeasured } from './run-measured';

const { values } = parseArgs({
  options: {
    /** Of the invented library; as many decisions are imported at most. */
    faces: { type: 'string', default: '1000000' },
    /** How many decisions are imported, each number into a library of its own. */
    decisions: { type: 'string', default: '100000,1000000' },
  },
});

interface Measured {
  readonly decisions: number;
  readonly imported: Run;
  readonly exported: Run;
}

/** How long labels take into a library and out of it, and how much memory, as their number grows tenfold. */
async function main(): Promise<void> {
  const library = inventedLibrary(Number(values.faces));
  const measured: Measured[] = [];
  for (const decisions of values.decisions.split(',').map(Number)) {
    measured.push(await measure(library, decisions));
  }
  const rows = measured.flatMap(({ decisions, imported, exported }) => [
    rowOf('import', decisions, imported),
    rowOf('export', decisions, exported),
  ]);
  printTable(['command', 'decisions', 'seconds', 'decisions a second', 'peak MB'], rows);
  const [first, last] = [measured[0]!, measured.at(-1)!];
  const growth = (of: 'imported' | 'exported') => rounded(last[of].peakBytes / first[of].peakBytes, 2);
  printJson({
    bench: 'exchange',
    faces: Number(values.faces),
    measured,
    memoryGrowth: { import: growth('imported'), export: growth('exported') },
  });
}

const rowOf = (command: string, decisions: number, { seconds, peakBytes }: Run) => [
  command,
  decisions,
  rounded(seconds, 1),
  Math.round(decisions / seconds),
  Math.round(peakBytes / 1e6),
];

/** In a copy of the library, which is gone afterwards. */
async function measure(library: string, decisions: number): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'kindred-exchange-'));
  try {
    const data = join(folder, 'library');
    await cp(library, data, { recursive: true });
    const file = join(folder, 'statements.jsonl');
    const kindred = await RunningKindred.start(data);
    try {
      await inventStatements(kindred, file, decisions);
    } finally {
      await kindred.stop();
    }
    const imported = await runMeasured(['import', file, '--data', data, '--json']);
    const { said } = (JSON.parse(imported.said) as { decisions: { said: number } }).decisions;
    if (said !== decisions) throw new Error(`Of ${decisions} decisions ${said} were taken in.`);
    const exported = await runMeasured(['export', '--data', data, '--out', join(folder, 'exported.jsonl')]);
    return { decisions, imported, exported };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

void main();
