import { printTable, rounded } from '../print';
import { growths } from './growth';
import type { Race } from './librephotos';
import type { RefreshResult, ScaleResult, Training } from './plan';

export interface ScaleReport {
  readonly trained: readonly ScaleResult[];
  readonly refreshed: readonly RefreshResult[];
  /** Null where the competitor could not run. */
  readonly race: Race | null;
}

const GIGA = 1e9;

/** Tells people what came of it. */
export function tell({ trained, refreshed, race }: ScaleReport): void {
  if (trained.length > 0) {
    tellTrainings(trained);
    tellGrowth(trained);
    tellNeighbours(trained);
  }
  if (refreshed.length > 0) tellRefreshes(refreshed);
  if (race) tellRace(race);
}

function tellTrainings(trained: readonly ScaleResult[]): void {
  process.stdout.write('\nTraining\n');
  printTable(
    [
      'faces',
      'labels each',
      'compare s',
      'group s',
      'match s',
      'all s',
      'processor s',
      'peak GB',
      'library GB',
      'B3 F',
      'pair F',
      'right',
      'found',
      'load before, after',
    ],
    trained.flatMap(({ faces, libraryBytes, trainings, load }) =>
      trainings.map((training) => [
        faces,
        training.each,
        rounded(training.compareSeconds, 1),
        rounded(training.groupSeconds, 1),
        rounded(training.matchSeconds, 1),
        rounded(training.seconds, 1),
        rounded(training.processorSeconds, 1),
        rounded(training.peakBytes / GIGA, 2),
        rounded(libraryBytes / GIGA, 2),
        rounded(training.grouping.bcubed.f, 3),
        rounded(training.grouping.pairs.f, 3),
        training.matching ? rounded(training.matching.shown.accuracy, 3) : '',
        training.matching ? rounded(training.matching.shown.found, 3) : '',
        load.map((value) => value.toFixed(1)).join(', '),
      ]),
    ),
  );
}

function tellGrowth(trained: readonly ScaleResult[]): void {
  if (trained.length < 2) return;
  process.stdout.write('\nTime grows with the number of faces to the power of\n');
  const exponents = (seconds: (training: Training) => number, each: 'labels' | 'none') =>
    growths(
      trained.map(({ faces, trainings }) => ({
        faces,
        seconds: seconds(trainings[each === 'none' ? 0 : 1]!),
      })),
    ).map((exponent) => rounded(exponent, 2));
  const steps = trained.slice(1).map(({ faces }, place) => `${trained[place]!.faces} to ${faces}`);
  const rows: [string, (training: Training) => number][] = [
    ['compare', ({ compareSeconds }) => compareSeconds],
    ['group', ({ groupSeconds }) => groupSeconds],
    ['match', ({ matchSeconds }) => matchSeconds],
    ['all', ({ seconds }) => seconds],
    ['all, by processor time', ({ processorSeconds }) => processorSeconds],
  ];
  printTable(
    ['labels', 'stage', ...steps],
    (['none', 'labels'] as const).flatMap((each) =>
      rows.map(([stage, seconds]) => [each === 'none' ? 'none' : 'some', stage, ...exponents(seconds, each)]),
    ),
  );
}

function tellNeighbours(trained: readonly ScaleResult[]): void {
  process.stdout.write('\nNearest faces, and the least time for their products\n');
  const leasts = trained[0]?.search.recalls.map(({ least }) => least) ?? [];
  printTable(
    [
      'faces',
      ...leasts.map((least) => `recall from ${least}`),
      '10^9 multiply-adds',
      '10^9 a s',
      'limit s',
      'search alone s',
      'of limit',
      'compare s',
      'of limit',
    ],
    trained.map(({ faces, search, trainings }) => [
      faces,
      ...search.recalls.map(({ recall }) => rounded(recall, 4)),
      Math.round(search.work.multiplyAdds / GIGA),
      rounded(search.work.rate / GIGA, 1),
      rounded(search.work.limitSeconds, 1),
      rounded(search.seconds, 1),
      rounded(search.work.limitSeconds / search.seconds, 2),
      rounded(trainings[0]!.compareSeconds, 1),
      rounded(search.work.limitSeconds / trainings[0]!.compareSeconds, 2),
    ]),
  );
}

function tellRefreshes(refreshed: readonly RefreshResult[]): void {
  process.stdout.write('\nOne new face\n');
  printTable(
    [
      'faces in the index',
      'filled in s',
      'prepared in s',
      'search ms',
      'learn ms',
      'rest ms',
      'all ms',
      'processor ms',
      'slowest ms',
      'faces around',
      'peak GB',
      'load',
    ],
    refreshed.map((result) => [
      result.faces,
      rounded(result.fillSeconds, 0),
      rounded(result.preparedSeconds, 0),
      rounded(result.searchMilliseconds, 1),
      rounded(result.learnMilliseconds, 1),
      rounded(result.restMilliseconds, 1),
      rounded(result.milliseconds, 1),
      rounded(result.processorMilliseconds, 1),
      rounded(result.slowestMilliseconds, 1),
      result.neighbourhood,
      rounded(result.peakBytes / GIGA, 2),
      rounded(result.load, 1),
    ]),
  );
}

function tellRace({ faces, theirs, ours }: Race): void {
  process.stdout.write(`\n${faces} faces, some labeled\n`);
  printTable(
    ['recipe', 'group s', 'match s', 'all s', 'times slower'],
    [
      ...theirs.map(({ way, groupSeconds, matchSeconds, timesSlower }) => [
        `LibrePhotos, ${way}`,
        rounded(groupSeconds, 1),
        rounded(matchSeconds, 1),
        rounded(groupSeconds + matchSeconds, 1),
        rounded(timesSlower, 1),
      ]),
      [
        'Kindred',
        rounded(ours.compareSeconds + ours.groupSeconds, 1),
        rounded(ours.matchSeconds, 1),
        rounded(ours.seconds, 1),
        '',
      ],
    ],
  );
  process.stdout.write('\n');
}
