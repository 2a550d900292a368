import { join } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { eventually } from '@kindred/testing';
import { describeInBrowser } from './browser';
import { launchBrowser } from './dashboard-page';
import { openPage } from './every-page';
import { kindred, KindredProcess, temporaryFolder } from './kindred-process';
import { askWhetherTheSame } from './library-state';

/** How requests fail: the gateway stumbles, it refuses in words, or nothing comes back at all. */
const FAILURES = {
  'a stumbling gateway': { status: 500, body: 'Internal Server Error' },
  'a gateway that refuses': {
    contentType: 'application/json',
    body: JSON.stringify({
      errors: [
        {
          message: 'The library cannot be read.',
          extensions: { code: 'STORE_UNAVAILABLE', hint: 'Look at the disk.' },
        },
      ],
    }),
  },
  'a cut line': null,
} as const;

describeInBrowser('the dashboard in trouble', () => {
  const data = join(temporaryFolder('trouble'), 'data');
  let process: KindredProcess;
  let browser: Browser;
  let page: Page;
  let url: string;
  let screens: readonly string[];

  const ask = async (query: string) => {
    const response = await fetch(new URL('/graphql', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return ((await response.json()) as { data: unknown }).data;
  };

  beforeAll(async () => {
    expect((await kindred(['dev', 'seed', '--faces', '2500'], data)).status).toBe(0);
    await askWhetherTheSame(data, 'Ada Abara', 'Ben Abara');
    process = KindredProcess.start(['up', '--port', '0'], data);
    browser = await launchBrowser();
    url = await process.url();
    const { people, faces } = (await ask(
      '{ people(kind: NAMED, first: 1) { nodes { id } } faces(first: 1) { nodes { photo { id } } } }',
    )) as { people: { nodes: { id: string }[] }; faces: { nodes: { photo: { id: string } }[] } };
    screens = [
      '/unknown',
      '/inferred?view=together',
      '/people',
      `/people/${people.nodes[0]!.id}`,
      `/labeled?photo=${faces.nodes[0]!.photo.id}`,
      '/review',
      '/people/same-person',
      '/history',
      '/failures',
      '/settings',
    ];
  });
  afterAll(async () => {
    await browser?.close();
    process?.kill('SIGINT');
    await process?.finished;
  });
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  });
  afterEach(() => page.close());

  const tryAgain = () => page.getByRole('alert').getByRole('button', { name: 'Try again' });
  /** What stays a placeholder for ever looks like this. */
  const placeholders = () => page.locator('main .skeleton, [role=dialog] .skeleton, [aria-busy=true]');

  for (const [kind, failure] of Object.entries(FAILURES)) {
    it(`says on every screen what went wrong and goes on when it is told to, with ${kind}`, async () => {
      for (const path of screens) {
        const fails = (route: Route) => (failure === null ? route.abort() : route.fulfill(failure));
        await page.route('**/graphql', fails);
        await page.goto(new URL(path, url).href);
        await tryAgain().first().waitFor();
        await placeholders().first().waitFor({ state: 'detached' });

        await page.unroute('**/graphql', fails);
        // Some screens have several problems, and another press may be what ends this one.
        await tryAgain().evaluateAll((buttons) =>
          buttons.forEach((button) => (button as unknown as { click(): void }).click()),
        );
        await tryAgain().first().waitFor({ state: 'detached' });
        await placeholders().first().waitFor({ state: 'detached' });
      }
    });
  }

  it('searches once more by a picture that could not be looked at', async () => {
    await page.route('**/search/face', (route) =>
      route.fulfill({ status: 500, body: 'Internal Server Error' }),
    );
    await openPage(page, url, '/search');
    const picture = Buffer.from('not looked at by anybody');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'portrait.jpg', mimeType: 'image/jpeg', buffer: picture });
    await tryAgain().waitFor();
    await page.unroute('**/search/face');
    const answered = page.waitForResponse('**/search/face');
    await tryAgain().click();
    // This time the gateway looked at it, and saw that it is none.
    expect((await answered).status()).toBeLessThan(500);
    await page.getByRole('alert').getByRole('heading').waitFor();
  });

  it('says what it could not do and shows everything as it was', async () => {
    await openPage(page, url, '/inferred');
    await page.route('**/graphql', (route) =>
      route.request().postDataJSON().query.includes('mutation')
        ? route.fulfill(FAILURES['a gateway that refuses'])
        : route.continue(),
    );
    const face = page.locator('[data-face]').first();
    const id = await face.getAttribute('data-face');
    await face.focus();
    await page.keyboard.press('y');
    await page.getByRole('alert').getByText('The library cannot be read.').waitFor();
    await page.locator(`[data-face="${id}"]`).waitFor();
  });

  it('says that the connection is lost, keeps what is shown, and goes on by itself where it was', async () => {
    await openPage(page, url, '/unknown');
    await page.mouse.move(700, 500);
    const scrollY = () => page.evaluate('scrollY') as Promise<number>;
    await page.mouse.wheel(0, 3000);
    await eventually(scrollY, (top) => top > 2000);
    await page.locator('[data-face]').first().waitFor();
    await eventually(
      () => page.locator('.face-place').count(),
      (missing) => missing === 0,
    );
    const shown = await page.locator('[data-face]').count();
    const port = new URL(url).port;

    process.kill('SIGKILL');
    await process.finished;
    const status = page.getByRole('status');
    await status.getByText('Connection lost. Reconnecting…').waitFor();
    expect(await page.locator('[data-face]').count()).toBe(shown);
    // Further down is what was not read yet: it cannot come, which is said.
    const lost = await scrollY();
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    await tryAgain().first().waitFor();
    await page.evaluate(`scrollTo(0, ${lost})`);

    process = KindredProcess.start(['up', '--port', port], data);
    await process.url();
    await status.getByText('Connected again.').waitFor();
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    await page.waitForLoadState('networkidle');
    await eventually(
      () => tryAgain().count(),
      (problems) => problems === 0,
    );
    await eventually(
      () =>
        page.evaluate(
          "[...document.querySelectorAll('[data-face] img')].filter((image) => image.naturalWidth > 0).length",
        ) as Promise<number>,
      (crops) => crops > 0,
    );
    await eventually(
      () => page.locator('.face-place, .fading-image--missing').count(),
      (missing) => missing === 0,
    );
  });
});
