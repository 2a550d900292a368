import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findBrowser } from '@kindred/testing';
import { IN_PAGE } from './in-page';

const SCREEN = { width: 1440, height: 900 };

/** @throws Error where no Chromium is installed. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('Install Chromium, or set CHROMIUM to where it is.');
  // The sandbox of Chromium does not work for root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: sandbox });
}

/** A window with nothing in its cache, whose pages can measure themselves. */
export async function newWindow(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: SCREEN, reducedMotion: 'no-preference' });
  await context.addInitScript(IN_PAGE);
  return context;
}

/** Bytes of the JavaScript heap that are in use after everything unused was collected. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

/** Answers a function that tells how many milliseconds the page's main thread has worked since. */
export async function workFrom(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const soFar = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * metrics.find(({ name }) => name === 'TaskDuration')!.value;
  };
  const begun = await soFar();
  return async () => (await soFar()) - begun;
}
