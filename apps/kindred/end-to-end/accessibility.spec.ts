import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { hindrances } from './accessibility';
import { describeInBrowser } from './browser';
import { launchBrowser } from './dashboard-page';
import { everyPage, openPage } from './every-page';
import { kindred, KindredProcess, temporaryFolder } from './kindred-process';
import { askWhetherTheSame } from './library-state';

const SIZES = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const THEMES = ['light', 'dark'] as const;
/** Nothing links to these while there is something to do, or at all. */
const WITHOUT_LINKS = ['/labeled', '/settings', '/failures', '/history', '/review', '/exchange', '/nowhere'];

/** What opens over a page, and how somebody gets there with a keyboard. */
interface Overlay {
  readonly name: string;
  readonly path: string;
  readonly open: (page: Page) => Promise<void>;
  readonly only?: keyof typeof SIZES;
}

const pressOnFace = (key: string) => async (page: Page) => {
  await page.locator('[data-face]').first().focus();
  await page.keyboard.press(key);
};
const pressButton = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name, exact: true }).first().focus();
  await page.keyboard.press('Enter');
};
const deleteEverything = async (page: Page) => {
  await pressOnFace('Control+a')(page);
  await page.keyboard.press('Delete');
};
const chooseTwoPeopleAnd = (button: string) => async (page: Page) => {
  await pressButton('Select')(page);
  for (const index of [0, 1]) await page.getByRole('checkbox').nth(index).press('Space');
  await page.getByRole('toolbar').getByRole('button', { name: button }).press('Enter');
  await page.getByRole('dialog').waitFor();
};
const IN_FRONT = '[role=dialog], [role=menu], [role=toolbar], [role=slider]:focus';

const OVERLAYS: readonly Overlay[] = [
  { name: 'the pop-up of a face', path: '/unknown', open: pressOnFace('l') },
  { name: 'the photo of a face', path: '/labeled', open: pressOnFace('Enter') },
  { name: 'the keyboard map', path: '/unknown', open: pressOnFace('?') },
  { name: 'the command palette', path: '/unknown', open: pressOnFace('Control+k') },
  { name: 'the question before a deletion', path: '/unknown?view=together', open: deleteEverything },
  { name: 'the question before a rejection', path: '/inferred', open: pressButton(/^Not this person: /) },
  { name: 'the question before a merge', path: '/people', open: chooseTwoPeopleAnd('Merge') },
  { name: 'the question before people are deleted', path: '/people', open: chooseTwoPeopleAnd('Delete') },
  { name: 'the filters', path: '/inferred', open: pressButton('Filter') },
  { name: 'the orders', path: '/inferred', open: pressButton('Sort') },
  {
    name: 'the scrubber',
    path: '/unknown?view=together&order=DATE',
    open: (page) => page.getByRole('slider', { name: 'Jump to' }).press('PageDown'),
  },
  { name: 'the question before a rescan', path: '/settings', open: pressButton('Rescan library') },
  { name: 'the selection', path: '/inferred', open: pressOnFace(' ') },
  { name: 'the jobs', path: '/unknown', open: pressButton('Jobs') },
  { name: 'what can be undone', path: '/unknown', open: pressButton('Undo and history'), only: 'wide' },
  { name: 'everything else', path: '/unknown', open: pressButton('More'), only: 'phone' },
];

describeInBrowser('access for everybody', () => {
  const data = join(temporaryFolder('accessibility'), 'data');
  let process: KindredProcess;
  let browser: Browser;
  let url: string;
  let paths: readonly string[];

  beforeAll(async () => {
    expect((await kindred(['dev', 'seed', '--faces', '2500'], data)).status).toBe(0);
    await askWhetherTheSame(data, 'Ada Abara', 'Ben Abara');
    process = KindredProcess.start(['up', '--port', '0'], data);
    browser = await launchBrowser();
    url = await process.url();
    const page = await newPage('wide');
    paths = await everyPage(page, url, WITHOUT_LINKS);
    await page.close();
  });
  afterAll(async () => {
    await browser?.close();
    process?.kill('SIGINT');
    await process?.finished;
  });

  const newPage = (size: keyof typeof SIZES, colorScheme: 'light' | 'dark' = 'light') =>
    browser.newPage({ viewport: SIZES[size], colorScheme, reducedMotion: 'reduce' });

  it('knows every page', () => {
    expect(paths).toEqual(expect.arrayContaining(['/unknown', '/people', '/people/same-person', '/search']));
    expect(paths.length).toBeGreaterThan(WITHOUT_LINKS.length + 4);
  });

  for (const theme of THEMES) {
    for (const size of ['wide', 'phone'] as const) {
      it(`hinders nobody on any page, ${theme}, ${size}`, async () => {
        const page = await newPage(size, theme);
        const found: Record<string, string[]> = {};
        for (const path of paths) {
          await openPage(page, url, path);
          const hindering = await hindrances(page);
          if (hindering.length > 0) found[path] = hindering;
        }
        expect(found).toEqual({});
        await page.close();
      });

      it(`hinders nobody in what opens over a page, ${theme}, ${size}`, async () => {
        const page = await newPage(size, theme);
        const found: Record<string, string[]> = {};
        for (const { name, path, open, only } of OVERLAYS) {
          if (only !== undefined && only !== size) continue;
          await openPage(page, url, path);
          await open(page);
          await page.locator(IN_FRONT).first().waitFor();
          await page.waitForLoadState('networkidle');
          const hindering = await hindrances(page);
          if (hindering.length > 0) found[name] = hindering;
        }
        expect(found).toEqual({});
        await page.close();
      });
    }
  }

  describe('where a token is asked for', () => {
    const ofNobody = join(temporaryFolder('sign-in'), 'data');
    let guarded: KindredProcess;
    let address: string;
    beforeAll(async () => {
      guarded = KindredProcess.start(['up', '--host', '0.0.0.0', '--port', '0'], ofNobody);
      address = await guarded.url();
    });
    afterAll(async () => {
      guarded?.kill('SIGINT');
      await guarded?.finished;
    });

    for (const theme of THEMES) {
      it(`hinders nobody from signing in, ${theme}`, async () => {
        for (const size of ['wide', 'phone'] as const) {
          const page = await newPage(size, theme);
          await page.goto(address);
          const field = page.getByLabel('Access token');
          await field.waitFor();
          expect(await hindrances(page)).toEqual([]);
          await field.fill('a guess');
          await field.press('Enter');
          await page.getByRole('alert').waitFor();
          expect(await hindrances(page)).toEqual([]);
          await page.close();
        }
      });
    }
  });
});
