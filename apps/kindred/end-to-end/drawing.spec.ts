import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Browser, Page } from 'playwright-core';
import { eventually } from '@kindred/testing';
import { describeInBrowser } from './browser';
import { DashboardPage, launchBrowser } from './dashboard-page';
import { KindredProcess, temporaryFolder } from './kindred-process';
import { samplePhotos } from './sample-photos';

/** One story on the sample photos: every step starts from what the one before left. */
describeInBrowser('drawing faces and searching by one', () => {
  const data = join(temporaryFolder('drawing'), 'data');
  let kindred: KindredProcess;
  let browser: Browser;
  let dashboard: DashboardPage;
  let page: Page;

  /** Drags the mouse between two points, in fractions of the photo. */
  const drag = async (from: readonly [number, number], to: readonly [number, number]) => {
    const { x, y, width, height } = (await page.locator('.photo-view__picture').boundingBox())!;
    await page.mouse.move(x + width * from[0], y + height * from[1]);
    await page.mouse.down();
    await page.mouse.move(x + width * to[0], y + height * to[1], { steps: 5 });
    await page.mouse.up();
  };

  beforeAll(async () => {
    kindred = KindredProcess.start(['demo', '--port', '0'], data);
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    dashboard = new DashboardPage(page, await kindred.url());
    await dashboard.open('/unknown');
    await eventually(
      () => dashboard.count('Unknown'),
      (count) => count >= 21,
    );
  });
  afterAll(async () => {
    await browser?.close();
    kindred?.kill('SIGINT');
    await kindred?.finished;
  });
  afterEach(() => expect(dashboard.complaints).toEqual([]));

  it('adds a face where a box was drawn, with a name, a crop and a place among the labeled ones', async () => {
    await dashboard.faces.first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Add a face' }).click();
    await drag([0.02, 0.02], [0.1, 0.16]);
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Name or person' }).fill('Drawn');
    await page.getByRole('option', { name: 'Add “Drawn”' }).click();
    await page.getByText('Face added as Drawn.').waitFor();
    const drawn = page.locator('.face-box[data-drawn]');
    expect(await drawn.getAttribute('aria-label')).toContain('Drawn');
  });

  it('moves it to another place, where it stays who it is', async () => {
    const drawn = page.locator('.face-box[data-drawn]');
    const before = (await drawn.boundingBox())!;
    await drag([0.06, 0.09], [0.08, 0.12]);
    await page.keyboard.press('Enter');
    await page.getByText('Face moved.').waitFor();
    expect((await drawn.boundingBox())!.x).toBeGreaterThan(before.x);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await eventually(
      () => dashboard.count('Labeled'),
      (labeled) => labeled === 1,
    );
    await dashboard.goTo('Labeled');
    await dashboard.facesOf('Drawn').first().waitFor();
    const [width] = await page
      .locator('[data-face] img')
      .evaluateAll((images) =>
        images.map((image) => (image as unknown as { naturalWidth: number }).naturalWidth),
      );
    expect(width).toBeGreaterThan(0);
  });

  it('finds the faces of the library by one of a picture, which is not added', async () => {
    const [sample] = await samplePhotos();
    // Other bytes than those of the library, so that it is a picture that Kindred never saw.
    const picture = await sharp(await readFile(sample!))
      .resize({ width: 900 })
      .jpeg()
      .toBuffer();
    await page.getByRole('link', { name: 'Search by face' }).click();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'party.jpg', mimeType: 'image/jpeg', buffer: picture });
    await page.getByRole('button', { name: 'Search by face 1', exact: true }).click();
    const best = page.locator('.search-person').first();
    await best.waitFor();
    expect(
      Number((await best.locator('.search-person__confidence').innerText()).replace('%', '')),
    ).toBeGreaterThan(90);
    await best.getByRole('button').first().click();
    await page.getByRole('dialog').locator('.face-box[data-highlighted=true]').waitFor();
    await page.keyboard.press('Escape');
    expect(
      await page.evaluate(`fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ stats { photos { total } } }' }) }).then((answer) => answer.json())`),
    ).toEqual({
      data: { stats: { photos: { total: 6 } } },
    });
  });
});
