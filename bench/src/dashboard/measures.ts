import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { heapOf, newWindow, workFrom } from './browser';
import type { Frames } from './in-page';
import { openPlainPage, plainGridOf } from './plain-page';

const PAGE = '/unknown';
const PATIENCE = 60_000;

/** What so large a share is not more than. */
export const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
const inOrder = (values: readonly number[]): number[] => [...values].sort((one, other) => one - other);

/** Opens the dashboard for the first time in so many new windows: milliseconds until crops are seen, medians. */
export async function firstScreen(browser: Browser, url: string, loads: number) {
  const seen: { first: number; all: number }[] = [];
  for (let load = 0; load < loads; load += 1) {
    const context = await newWindow(browser);
    const page = await context.newPage();
    await page.goto(new URL(PAGE, url).href, { waitUntil: 'commit' });
    seen.push(await page.evaluate('bench.firstCrops()'));
    await context.close();
  }
  const median = (values: readonly number[]) => at(inOrder(values), 0.5);
  return { first: median(seen.map(({ first }) => first)), all: median(seen.map(({ all }) => all)) };
}

/** Bytes that the first screen needs of scripts and styles: compressed by gzip, and as they came from the server. */
export async function bundleOf(browser: Browser, url: string) {
  const context = await newWindow(browser);
  const page = await context.newPage();
  await page.goto(new URL(PAGE, url).href);
  const resources = (await page.evaluate(`bench.firstCrops().then(() =>
    performance.getEntriesByType('resource').filter(({ name }) => /\\.(js|css)$/.test(name))
      .map(({ name, encodedBodySize }) => ({ name, encodedBodySize })))`)) as {
    name: string;
    encodedBodySize: number;
  }[];
  await context.close();
  let gzipped = 0;
  for (const { name } of resources) {
    gzipped += gzipSync(Buffer.from(await (await fetch(name)).arrayBuffer()), { level: 9 }).byteLength;
  }
  return { gzipped, sent: resources.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) };
}

export interface Scrolled {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  /** Milliseconds of the main thread for each frame. */
  readonly work: number;
  readonly placeholders: number;
}

/** Scrolls through so many faces, in the dashboard and then in a plain page that shows as many crops. */
export async function scrolling(browser: Browser, url: string, faces: number, frames: number) {
  const context = await newWindow(browser);
  const page = await context.newPage();
  await page.goto(new URL(PAGE, url).href);
  await page.evaluate('bench.firstCrops()');
  const grid = await plainGridOf(page, 0);
  const rows = Math.ceil(faces / grid.columns);
  const pixels = Math.ceil((rows * grid.step) / frames);
  const heapBefore = await heapOf(page);
  const dashboard = await scroll(page, pixels, frames);
  const heapAfter = await heapOf(page);
  await openPlainPage(page, url, { ...grid, rows });
  await page.waitForLoadState('networkidle');
  const plain = await scroll(page, pixels, frames);
  await context.close();
  return { dashboard, plain, heapBefore, heapAfter };
}

async function scroll(page: Page, pixels: number, frames: number): Promise<Scrolled> {
  const work = await workFrom(page);
  const { times, placeholders }: Frames = await page.evaluate(`bench.scroll(${pixels}, ${frames})`);
  const sorted = inOrder(times);
  return {
    p50: at(sorted, 0.5),
    p95: at(sorted, 0.95),
    max: sorted.at(-1)!,
    work: (await work()) / frames,
    placeholders,
  };
}

/** Milliseconds until crops are where somebody jumped to in a new window; null when they are not within a minute. */
export async function jump(browser: Browser, url: string, place: number): Promise<number | null> {
  const context = await newWindow(browser);
  const page = await context.newPage();
  await page.goto(new URL(PAGE, url).href);
  await page.evaluate('bench.firstCrops()');
  const time = await page.evaluate(`bench.jump(${place}, ${PATIENCE})`);
  await context.close();
  return time as number | null;
}
