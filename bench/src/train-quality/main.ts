import { parseArgs } from 'node:util';
import type { PackName } from '@kindred/domain';
import { DEFAULT_PACK } from '@kindred/vision';
import { modelPack } from '../data';
import { type EmbeddingFacts, embeddingFacts } from '../libraries/embedding-facts';
import type { Library } from '../libraries/library';
import { similarityTable } from '../libraries/similarities';
import { printJson, printTable, rounded } from '../print';
import { COMPETITORS, Competition } from './competitors';
import { SHOWN, SURE } from './judge';
import { Kindred } from './kindred';
import { labelingsOf } from './labeling';
import { answersOf } from './recipe';
import { generatedSet, type LibrarySet, realSets } from './sets';
import { grouped, type Judged, judge, meanOfAll } from './summary';

const LABELS = [1, 2, 5];
const GENERATED = 'generated';

const { values } = parseArgs({
  options: {
    pack: { type: 'string', default: DEFAULT_PACK },
    /** How many libraries of each size; how often real photos are labeled. */
    seeds: { type: 'string', default: '3' },
    sizes: { type: 'string', default: '5000,20000' },
    /** Folders of the evaluation data, and `generated`. */
    sets: { type: 'string', default: `lfw10,bbt,${GENERATED}` },
    /** Recipes that take part. */
    only: { type: 'string', default: ['kindred', ...COMPETITORS].join(',') },
    /** Leaves out the search for each competitor's best setting. */
    published: { type: 'boolean', default: false },
  },
});

/** How well recipes turn the same embeddings into people; see the README beside the package. */
async function main(): Promise<void> {
  const pack = await modelPack(values.pack);
  const facts = embeddingFacts(pack.manifest.name);
  const only = values.only.split(',');
  const competitors = COMPETITORS.filter((name) => only.includes(name));
  const competition = competitors.length > 0 ? await Competition.open() : null;
  const kindred = only.includes('kindred')
    ? new Kindred(pack.manifest.name as PackName, pack.manifest.matching)
    : null;

  const judged: Judged[] = [];
  let compared: ReturnType<typeof similarityTable> | null = null;
  for (const { name, libraries } of await chosenSets(pack, facts)) {
    for await (const { library, seed } of libraries) {
      if (name.startsWith(GENERATED) && compared === null) compared = compareSimilarities(library, facts);
      const labelings = labelingsOf(library, LABELS, seed).filter(({ labels }) =>
        labels.some((label) => label >= 0),
      );
      const answers = await competition?.answers(competitors, library, labelings, !values.published);
      const ours = kindred ? await answersOf(kindred, library, labelings) : [];
      judged.push(...judge(name, library, labelings, [...ours, ...(answers ?? [])]));
      process.stdout.write(`judged  ${name}, ${seed}\n`);
    }
  }
  await kindred?.close();

  const results = grouped(judged, identityOf).map(meanOfAll);
  printGrouping(results);
  for (const each of LABELS) printMatching(results, each);
  printJson({
    bench: 'train-quality',
    pack: pack.manifest.name,
    seeds: Number(values.seeds),
    similarities: compared,
    results,
  });
}

async function chosenSets(
  pack: Awaited<ReturnType<typeof modelPack>>,
  facts: EmbeddingFacts,
): Promise<LibrarySet[]> {
  const names = values.sets.split(',');
  const seeds = Number(values.seeds);
  const folders = names.filter((name) => name !== GENERATED);
  const sizes = names.includes(GENERATED) ? values.sizes.split(',').map(Number) : [];
  const real = await realSets(pack, folders, seeds);
  return [...real, ...sizes.map((size) => generatedSet(size, facts, seeds))];
}

/** Says how much generated faces are like those that were measured. */
function compareSimilarities(library: Library, facts: EmbeddingFacts) {
  const table = similarityTable(library, facts);
  process.stdout.write(`\nsimilarities of ${library.name}, by share of pairs that are less similar\n`);
  printTable(
    ['pairs', 'faces', ...table.shares.map(String)],
    table.rows.flatMap(({ pairs, measured, generated }) => [
      ...(measured ? [[pairs, 'measured', ...measured.map((value) => rounded(value, 3))]] : []),
      [pairs, 'generated', ...generated.map((value) => rounded(value, 3))],
    ]),
  );
  const { measured, good, bad } = table.trueAcceptRate;
  process.stdout.write(`TAR at FAR 1e-3: measured ${measured.toFixed(3)}, generated ${good.toFixed(3)}, `);
  process.stdout.write(`of faces of low quality ${bad.toFixed(3)}\n\n`);
  return table;
}

function printGrouping(results: readonly Judged[]): void {
  process.stdout.write('\nGrouping, nobody labeled\n');
  printTable(
    [
      'set',
      'recipe',
      'B3 precision',
      'B3 recall',
      'B3 F',
      'pair precision',
      'pair recall',
      'pair F',
      'groups',
      's',
    ],
    results.flatMap(({ set, recipe, variant, grouping, seconds }) =>
      grouping === null
        ? []
        : [
            [
              set,
              `${recipe}, ${variant}`,
              rounded(grouping.bcubed.precision, 3),
              rounded(grouping.bcubed.recall, 3),
              rounded(grouping.bcubed.f, 3),
              rounded(grouping.pairs.precision, 3),
              rounded(grouping.pairs.recall, 3),
              rounded(grouping.pairs.f, 3),
              Math.round(grouping.groups),
              rounded(seconds, 1),
            ],
          ],
    ),
  );
}

function printMatching(results: readonly Judged[], labels: number): void {
  const rows = results.flatMap(({ set, recipe, variant, each, matching, seconds }) =>
    matching === null || each !== labels
      ? []
      : [
          [
            set,
            `${recipe}, ${variant}`,
            rounded(matching.shown.accuracy, 3),
            rounded(matching.shown.found, 3),
            rounded(matching.shown.f, 3),
            rounded(matching.shown.unknown, 3),
            rounded(matching.shown.strangers, 4),
            rounded(matching.sure.accuracy, 3),
            rounded(matching.sure.found, 3),
            rounded(matching.calibrationError, 3),
            rounded(seconds, 1),
          ],
        ],
  );
  if (rows.length === 0) return;
  process.stdout.write(
    `\nSuggestions, ${labels} labeled of each person; "sure" is confidence ${SURE}, else ${SHOWN}\n`,
  );
  printTable(
    ['set', 'recipe', 'right', 'found', 'F', 'left unknown', 'strangers', 'sure: right', 'found', 'ECE', 's'],
    rows,
  );
}

const identityOf = ({ set, recipe, variant, each }: Judged) => [set, recipe, variant, each].join('/');

void main();
