import type { Page } from 'playwright-core';

const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/g;

/** The address without what is particular to it, so that two people are one kind of page. */
const kindOf = (path: string): string => path.replace(ID, ':id').replace(/\?.*/, '');

/**
 * One address of each kind of page that links lead to from the start, in the order in which they are found; `alsoFrom`
 * are addresses that only a button leads to.
 */
export async function everyPage(page: Page, url: string, alsoFrom: readonly string[]): Promise<string[]> {
  const found = new Map<string, string>();
  const waiting = ['/', ...alsoFrom];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (found.has(kindOf(path))) continue;
    found.set(kindOf(path), path);
    await openPage(page, url, path);
    const links = await page.locator('a[href^="/"]:not([target], [download])').evaluateAll((anchors) =>
      // The tests are not compiled with the types of a browser.
      anchors.map((anchor) =>
        (anchor as unknown as { getAttribute(name: string): string }).getAttribute('href'),
      ),
    );
    waiting.push(...links);
  }
  return [...found.values()];
}

/** Opens a page and waits until all of it is there: nothing is asked for and nothing is a placeholder any more. */
export async function openPage(page: Page, url: string, path: string): Promise<void> {
  await page.goto(new URL(path, url).href);
  await page.locator('main, [role=dialog]').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
}
