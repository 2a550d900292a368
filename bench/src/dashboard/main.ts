import { parseArgs } from 'node:util';
import { printJson, printTable, rounded } from '../print';
import { inventedLibrary, RunningKindred } from '../running/running-kindred';
import { launchBrowser } from './browser';
import { labelByLasso } from './lasso';
import { at, bundleOf, firstScreen, jump, scrolling } from './measures';
import { review } from './review';

const { values } = parseArgs({
  options: {
    /** Of the invented library. */
    faces: { type: 'string', default: '1000000' },
    /** How often the first screen is opened. */
    loads: { type: 'string', default: '9' },
    /** How many faces are scrolled through, and in how many frames: at 60 a second this is a minute. */
    through: { type: 'string', default: '100000' },
    frames: { type: 'string', default: '3600' },
    /** The same at a speed at which faces are seen: four screens in a second. */
    'seen-through': { type: 'string', default: '3000' },
    'seen-frames': { type: 'string', default: '800' },
  },
});

type Row = readonly [measure: string, value: number | null, goal: number | null, unit: string];

/** What a person waits for in the dashboard over a large library; see the README beside the package. */
async function main(): Promise<void> {
  const kindred = await RunningKindred.start(inventedLibrary(Number(values.faces)));
  const browser = await launchBrowser();
  try {
    const rows = await measureAll(browser, kindred.url);
    printTable(
      ['measure', 'value', 'unit', 'goal', 'goal / value'],
      rows.map(([measure, value, goal, unit]) => [
        measure,
        value === null ? 'never' : rounded(value, 1),
        unit,
        goal ?? '',
        goal === null || value === null ? '' : rounded(goal / value, 2),
      ]),
    );
    printJson({
      bench: 'dashboard',
      faces: Number(values.faces),
      measures: rows.map(([measure, value, goal, unit]) => ({ measure, value, unit, goal })),
    });
  } finally {
    await browser.close();
    await kindred.stop();
  }
}

async function measureAll(browser: Awaited<ReturnType<typeof launchBrowser>>, url: string): Promise<Row[]> {
  const seen = await firstScreen(browser, url, Number(values.loads));
  const bundle = await bundleOf(browser, url);
  const middle = await jump(browser, url, 0.5);
  const end = await jump(browser, url, 1);
  const lasso = await labelByLasso(browser, url);
  const answered = await review(browser, url);
  const slow = await scrolling(browser, url, Number(values['seen-through']), Number(values['seen-frames']));
  const fast = await scrolling(browser, url, Number(values.through), Number(values.frames));
  const megabytes = (bytes: number) => bytes / 1e6;
  return [
    ['first crop, new window, p50', seen.first, 1000, 'ms'],
    ['all crops of the first screen, p50', seen.all, null, 'ms'],
    ['scripts and styles of the first screen, gzipped', bundle.gzipped / 1000, 250, 'KB'],
    ['the same as the server sends them', bundle.sent / 1000, null, 'KB'],
    ['crops in the middle after a jump', middle, 1000, 'ms'],
    ['crops at the end after a jump', end, 1000, 'ms'],
    [`${lasso.faces} faces by lasso, until the server did it`, lasso.time, 1000, 'ms'],
    ['answer in a review, until the next face is drawn, p50', at(answered, 0.5), 1500, 'ms'],
    ['answer in a review, until the next face is drawn, p95', at(answered, 0.95), 1500, 'ms'],
    ...framesOf('scrolling', slow),
    ...framesOf('flying', fast),
    ['heap before flying', megabytes(fast.heapBefore), null, 'MB'],
    ['heap after flying', megabytes(fast.heapAfter), null, 'MB'],
    ['heap after / before', fast.heapAfter / fast.heapBefore, 1.5, ''],
  ];
}

function framesOf(how: string, { dashboard, plain }: Awaited<ReturnType<typeof scrolling>>): Row[] {
  return [
    [`${how}: frame, p50`, dashboard.p50, 16.7, 'ms'],
    [`${how}: frame, p95`, dashboard.p95, 16.7, 'ms'],
    [`${how}: frame, longest`, dashboard.max, null, 'ms'],
    [`${how}: main thread for each frame`, dashboard.work, null, 'ms'],
    [`${how}: placeholders among faces`, 100 * dashboard.placeholders, null, '%'],
    [`${how} over a plain page: frame, p50`, plain.p50, null, 'ms'],
    [`${how} over a plain page: frame, p95`, plain.p95, null, 'ms'],
    [`${how} over a plain page: frame, longest`, plain.max, null, 'ms'],
    [`${how} over a plain page: main thread for each frame`, plain.work, null, 'ms'],
    [`${how}: plain page / dashboard, p95`, plain.p95 / dashboard.p95, null, ''],
  ];
}

void main();
