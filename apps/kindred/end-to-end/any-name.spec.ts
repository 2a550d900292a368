import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { describeInBrowser } from './browser';
import { launchBrowser } from './dashboard-page';
import { openPage } from './every-page';
import { kindred, KindredProcess, temporaryFolder } from './kindred-process';

const SIZES = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const PATHS = ['/labeled', '/inferred', '/people', '/settings', '/history', '/search'];
const NAMES: Readonly<Record<string, string>> = {
  'Ada Abara': 'محمد عبد الرحمن الهاشمي',
  'Ben Abara': 'יעל בן־דוד',
  'Chloé Abara': `${'Wolfeschlegelsteinhausenbergerdorff'.repeat(5)} the Third of All of Them`.slice(0, 200),
  'Dmitri Abara': '👩‍👩‍👧‍👦🎉 Зоя 🇵🇹',
};

describeInBrowser('names of any kind', () => {
  const data = join(temporaryFolder('any-name'), 'data');
  let process: KindredProcess;
  let browser: Browser;
  let url: string;

  beforeAll(async () => {
    expect((await kindred(['dev', 'seed', '--faces', '2500'], data)).status).toBe(0);
    process = KindredProcess.start(['up', '--port', '0'], data);
    browser = await launchBrowser();
    url = await process.url();
    for (const { id, displayName } of await people()) {
      await ask('mutation ($id: ID!, $name: String!) { renamePerson(id: $id, name: $name) { actionId } }', {
        id,
        name: NAMES[displayName],
      });
    }
  });
  afterAll(async () => {
    await browser?.close();
    process?.kill('SIGINT');
    await process?.finished;
  });

  const ask = async (query: string, variables: object = {}) => {
    const response = await fetch(new URL('/graphql', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
    expect(errors).toBeUndefined();
    return data;
  };
  const people = async () =>
    (
      (await ask('{ people(kind: NAMED, first: 10) { nodes { id displayName } } }')) as {
        people: { nodes: { id: string; displayName: string }[] };
      }
    ).people.nodes;
  const matches = (element: Locator, selector: string) =>
    // The tests are not compiled with the types of a browser.
    element.evaluate(
      (node, selector) => (node as unknown as { matches(selector: string): boolean }).matches(selector),
      selector,
    );
  const fits = (page: Page) => page.evaluate('document.documentElement.scrollWidth <= window.innerWidth');

  for (const size of ['wide', 'phone'] as const) {
    for (const direction of ['ltr', 'rtl'] as const) {
      it(`fit every page, written ${direction}, ${size}`, async () => {
        const page = await browser.newPage({ viewport: SIZES[size], reducedMotion: 'reduce' });
        await page.addInitScript(
          `addEventListener('DOMContentLoaded', () => { document.documentElement.dir = '${direction}' })`,
        );
        const pages = [...PATHS, ...(await people()).map(({ id }) => `/people/${id}`)];
        for (const path of pages) {
          await openPage(page, url, path);
          expect({ path, fits: await fits(page) }).toEqual({ path, fits: true });
        }
        await page.close();
      });
    }

    it(`read in their own direction, ${size}`, async () => {
      const page = await browser.newPage({ viewport: SIZES[size], reducedMotion: 'reduce' });
      await openPage(page, url, '/people');
      const isReadFromTheRight = (name: string) =>
        matches(page.getByText(name, { exact: true }).first(), ':dir(rtl)');
      expect(await isReadFromTheRight(NAMES['Ada Abara']!)).toBe(true);
      expect(await isReadFromTheRight(NAMES['Ben Abara']!)).toBe(true);
      expect(await isReadFromTheRight(NAMES['Chloé Abara']!)).toBe(false);
      await page.close();
    });
  }

  it('leave room for everything where the page is enlarged twice', async () => {
    const page = await browser.newPage({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 });
    for (const path of PATHS) {
      await openPage(page, url, path);
      expect({ path, fits: await fits(page) }).toEqual({ path, fits: true });
    }
    await page.close();
  });

  it('are beside a way past the header, for whoever has only a keyboard', async () => {
    const page = await browser.newPage({ viewport: SIZES.wide });
    await openPage(page, url, '/labeled');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate("document.getElementById('main').contains(document.activeElement)")).toBe(
      true,
    );
    await page.close();
  });
});
