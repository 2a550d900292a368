import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { eventually } from '@kindred/testing';
import { describeInBrowser } from './browser';
import { DashboardPage, launchBrowser, type Tab } from './dashboard-page';
import { KindredProcess, kindred as runKindred, temporaryFolder } from './kindred-process';

const FACES = 400;

describeInBrowser('faces that nobody wants to see', () => {
  const data = join(temporaryFolder('ignoring'), 'data');
  let kindred: KindredProcess;
  let browser: Browser;
  let dashboard: DashboardPage;

  /** Of the page as it is open. */
  const shownCount = async (): Promise<number> => {
    const text = await dashboard.page.getByRole('main').getByRole('status').first().innerText();
    return Number(/[\d,]+/.exec(text)?.[0].replaceAll(',', '') ?? 0);
  };
  const counted = (tab: Tab) =>
    eventually(
      () => dashboard.count(tab),
      (count) => count > 0,
    );
  const message = (text: RegExp) =>
    dashboard.page.getByRole('region', { name: 'Notifications' }).getByText(text);

  beforeAll(async () => {
    const seeding = await runKindred(['dev', 'seed', '--faces', String(FACES)], data);
    if (seeding.status !== 0) throw new Error(seeding.errors);
    kindred = KindredProcess.start(['up', '--port', '0'], data);
    browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    dashboard = new DashboardPage(page, await kindred.url());
  });
  afterAll(async () => {
    await browser?.close();
    kindred?.kill('SIGINT');
    await kindred?.finished;
  });
  afterEach(() => expect(dashboard.complaints).toEqual([]));

  it('are ignored as a whole group, kept under Ignored, and brought back', async () => {
    const { page } = dashboard;
    await dashboard.open('/unknown');
    const ignoreGroup = page.getByRole('button', { name: /^Ignore all faces of / }).first();
    await ignoreGroup.waitFor();
    const group = (await ignoreGroup.getAttribute('aria-label'))!.replace('Ignore all faces of ', '');
    const region = page.getByRole('region', { name: group, exact: true });
    const size = Number(/[\d,]+/.exec(await region.getByText(/^[\d,]+ faces?$/).innerText())![0]);
    const unknown = await counted('Unknown');
    await ignoreGroup.click();
    await message(/ignored/)
      .first()
      .waitFor();
    await region.waitFor({ state: 'detached' });
    await eventually(
      () => dashboard.count('Unknown'),
      (count) => count === unknown - size,
    );

    await page.getByRole('link', { name: `Ignored (${size})` }).click();
    await page.waitForURL(/\/ignored$/);
    await dashboard.faces.first().waitFor();
    expect(await eventually(shownCount, (count) => count > 0)).toBe(size);
    const one = await dashboard.idOf(dashboard.faces.first());
    await dashboard.press('Stop ignoring', one);
    await eventually(shownCount, (count) => count === size - 1);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('i');
    await page.getByRole('heading', { name: 'Nobody is ignored' }).waitFor();

    await dashboard.goTo('Unknown');
    await eventually(
      () => dashboard.count('Unknown'),
      (count) => count === unknown,
    );
    await dashboard.faces.first().waitFor();
    expect(await page.getByRole('link', { name: /^Ignored/ }).count()).toBe(0);
  });

  const ignore = () => dashboard.page.keyboard.press('i');
  const remove = async () => {
    await dashboard.page.keyboard.press('Delete');
    await dashboard.page
      .getByRole('dialog')
      .getByRole('button', { name: /^Delete/ })
      .click();
  };
  it.each([
    ['ignored', ignore],
    ['deleted', remove],
  ])('are the same group again when they were all %s, also after a training', async (_, hide) => {
    const { page } = dashboard;
    await dashboard.open('/unknown');
    const group = page
      .getByRole('region')
      .filter({ hasText: /^Unknown \d+/ })
      .first();
    await group.waitFor();
    const title = (await group.getAttribute('aria-label'))!;
    const region = page.getByRole('region', { name: title, exact: true });
    const size = await region.getByText(/^[\d,]+ faces?$/).innerText();
    await region.getByRole('checkbox', { name: `Select all faces of ${title}` }).click();
    await hide();
    await region.waitFor({ state: 'detached' });
    await page.getByRole('banner').getByRole('button', { name: 'Train' }).click();
    await page.getByText(/^Training is done\./).waitFor();
    expect(await region.count()).toBe(0);
    await page.keyboard.press('Control+z');
    await region.getByText(size, { exact: true }).waitFor();
  });

  it('are ignored by a key and taken back by another', async () => {
    const { page } = dashboard;
    await dashboard.open('/inferred');
    await dashboard.faces.first().waitFor();
    const inferred = await counted('Inferred');
    const face = await dashboard.idOf(dashboard.faces.first());
    await dashboard.face(face).focus();
    await page.keyboard.press('i');
    await dashboard.face(face).waitFor({ state: 'detached' });
    await eventually(
      () => dashboard.count('Inferred'),
      (count) => count === inferred - 1,
    );
    await page.keyboard.press('Control+z');
    await dashboard.face(face).waitFor();
    await eventually(
      () => dashboard.count('Inferred'),
      (count) => count === inferred,
    );
  });

  it('come back labeled as they were when their deletion is undone', async () => {
    const { page } = dashboard;
    await dashboard.open('/labeled');
    await dashboard.faces.first().waitFor();
    const labeled = await counted('Labeled');
    const [one, other] = [
      await dashboard.idOf(dashboard.faces.nth(0)),
      await dashboard.idOf(dashboard.faces.nth(1)),
    ];
    const names = async () =>
      Promise.all([one, other].map((id) => dashboard.face(id).getAttribute('aria-label')));
    const before = await names();
    await dashboard.face(one).click();
    await dashboard.face(other).click();
    await page.keyboard.press('Delete');
    await dashboard.face(one).waitFor({ state: 'detached' });
    await eventually(
      () => dashboard.count('Labeled'),
      (count) => count === labeled - 2,
    );
    await page.keyboard.press('Control+z');
    await dashboard.face(one).waitFor();
    await dashboard.face(other).waitFor();
    expect(await names()).toEqual(before);
    await page.keyboard.press('Control+Shift+z');
    await dashboard.face(one).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await dashboard.face(one).waitFor();
    expect(await names()).toEqual(before);
    await eventually(
      () => dashboard.count('Labeled'),
      (count) => count === labeled,
    );
  });

  it('are narrowed and ordered like all others, which the address says and Back takes back', async () => {
    const { page } = dashboard;
    const search = () => new URL(page.url()).searchParams;
    const firstFace = () => dashboard.idOf(dashboard.faces.first());
    await dashboard.open('/unknown?view=together');
    await dashboard.faces.first().waitFor();
    const unknown = await counted('Unknown');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('i');
    await page.getByRole('link', { name: `Ignored (${unknown})` }).click();
    await dashboard.faces.first().waitFor();
    const all = await eventually(shownCount, (count) => count > 0);
    expect(all).toBe(unknown);

    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('slider', { name: 'At least' }).fill('60');
    await page.getByRole('button', { name: 'Take away the filter Quality from 60%' }).waitFor();
    const matching = await eventually(shownCount, (count) => count < all);
    expect(matching).toBeGreaterThan(0);
    expect(search().get('quality')).toBe('60');
    await page.reload();
    expect(await eventually(shownCount, (count) => count > 0)).toBe(matching);
    await page.goBack();
    expect(await eventually(shownCount, (count) => count > matching)).toBe(all);

    const newest = await firstFace();
    await page.getByRole('button', { name: 'Sort' }).click();
    expect(await page.getByRole('menuitemradio').allInnerTexts()).toEqual([
      'Newest first',
      'Oldest first',
      'Best first',
    ]);
    await page.getByRole('menuitemradio', { name: 'Oldest first' }).click();
    await eventually(firstFace, (face) => face !== newest);
    expect(search().get('order')).toBe('OLDEST');
    await page.goBack();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('i');
    await page.getByRole('heading', { name: 'Nobody is ignored' }).waitFor();
    await eventually(
      () => dashboard.count('Unknown'),
      (count) => count === unknown,
    );
  });
});
