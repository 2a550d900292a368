import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { eventually } from '@kindred/testing';
import { describeInBrowser } from './browser';
import { DashboardPage, launchBrowser } from './dashboard-page';
import { KindredProcess, temporaryFolder } from './kindred-process';
import { putPhotosOfPeople } from './photos-of-people';

/** One story on photos of people who appear several times: every step starts from what the one before left. */
describeInBrowser('people', () => {
  const folder = temporaryFolder('people');
  let kindred: KindredProcess;
  let browser: Browser;
  let dashboard: DashboardPage;
  let page: Page;
  let labeled: number;
  /** A face of somebody else that was labeled as Ada. */
  let mistaken: string;

  const choose = async (item: string) => {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  const describe = async (field: RegExp, text: string) => {
    await choose('Other names and birth date');
    await page.getByLabel(field).fill(text);
    await page.getByRole('button', { name: 'Save' }).click();
  };
  const show = (part: string) =>
    page
      .getByRole('tablist', { name: 'What to see of this person' })
      .getByRole('tab', { name: part })
      .click();
  const openAda = async (from = '/people') => {
    await dashboard.open(from);
    await page.getByRole('link', { name: /^Ada/ }).click();
    await page.getByRole('heading', { name: 'Ada' }).waitFor();
  };

  beforeAll(async () => {
    const photos = join(folder, 'photos');
    await putPhotosOfPeople(photos, '2001:05:04 12:00:00');
    kindred = KindredProcess.start(['up', photos, '--port', '0'], join(folder, 'data'));
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    dashboard = new DashboardPage(page, await kindred.url());
    await dashboard.open('/unknown');
  });
  afterAll(async () => {
    await browser?.close();
    kindred?.kill('SIGINT');
    await kindred?.finished;
  });
  afterEach(() => expect(dashboard.complaints).toEqual([]));

  it('get a name for a whole group, and the face of somebody else by mistake', async () => {
    await eventually(
      () => dashboard.count('Unknown'),
      (count) => count >= 20,
    );
    await page.getByRole('heading', { name: 'Unknown 2' }).waitFor();
    await page.getByRole('link', { name: /^Unknown 1 / }).click();
    await page.getByRole('button', { name: 'Add name' }).first().click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Ada');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Ada' }).waitFor();
    await eventually(
      () => dashboard.count('Labeled'),
      (count) => count > 1,
    );
    await dashboard.goTo('Unknown');
    await dashboard.facesOf('Unknown 2').first().waitFor();
    mistaken = await dashboard.idOf(dashboard.facesOf('Unknown 2').first());
    const before = await dashboard.count('Labeled');
    await dashboard.label(mistaken, 'Aad', 'Ada');
    labeled = await eventually(
      () => dashboard.count('Labeled'),
      (count) => count > before,
    );
  });

  it('are found by another name', async () => {
    await openAda();
    await describe(/^Other names/, 'Countess of Lovelace');
    await page.getByText('Also Countess of Lovelace').waitFor();
    await dashboard.open('/people?search=lovelace');
    await page.getByRole('link', { name: /^Ada/ }).waitFor();
    await dashboard.open('/unknown');
    const face = dashboard.facesOf('Unknown 3').first();
    await face.waitFor();
    await dashboard.press('Label', await dashboard.idOf(face));
    await page.getByRole('combobox', { name: 'Name or person' }).fill('countess');
    await page.getByRole('option', { name: /^Ada Countess of Lovelace/ }).waitFor();
    await page.keyboard.press('Escape');
    await dashboard.open('/people?search=nobody');
    await page.getByText('Nobody is called “nobody”.').waitFor();
  });

  it('have an age in their photos, and say when that cannot be', async () => {
    await openAda();
    await describe(/^Born/, '1990-05-04');
    await page.locator('.age-mark', { hasText: /^11$/ }).first().waitFor();
    await describe(/^Born/, '2010');
    await page.locator('.age-mark', { hasText: 'Impossible age' }).first().waitFor();
    await show('Check');
    const section = page.getByRole('region', { name: 'Impossible age' });
    await section.getByRole('checkbox').first().waitFor();
    const suggested = await dashboard.count('Inferred');
    expect(await section.getByRole('checkbox').count()).toBe(labeled + suggested);
  });

  it('show first which faces are of somebody else, to be corrected there', async () => {
    await describe(/^Born/, '');
    await show('Faces');
    await show('Check');
    const outliers = page.getByRole('region', { name: 'Least like the others' });
    await outliers.getByRole('checkbox').first().waitFor();
    await eventually(
      () => page.getByRole('region', { name: 'Impossible age' }).count(),
      (count) => count === 0,
    );
    const first = await dashboard.idOf(outliers.getByRole('checkbox').first());
    expect(first).toBe(mistaken);
    await dashboard.face(first).click();
    const bar = page.getByRole('toolbar', { name: 'Selection' });
    await bar.getByRole('button', { name: 'Someone else…' }).click();
    await page.getByRole('combobox', { name: 'Name or person' }).fill('Cleo');
    await page.getByRole('option', { name: 'Add “Cleo”' }).click();
    await dashboard.face(first).waitFor({ state: 'detached' });
    await eventually(
      () => dashboard.count('People'),
      (count) => count === 2,
    );
  });

  it('are split by what they look like, and one again when that is taken back', async () => {
    await dashboard.goTo('Unknown');
    await page.getByRole('button', { name: 'Label all faces of Unknown 3' }).click();
    await page.getByRole('combobox', { name: 'Name or person' }).fill('Ada');
    await page.getByRole('option', { name: /^Ada/ }).click();
    await eventually(
      () => dashboard.facesOf('Unknown 3').count(),
      (count) => count === 0,
    );
    await openAda();
    await show('Split');
    const second = page.getByRole('region', { name: 'Group 2' });
    await second.getByRole('button', { name: 'Make another person…' }).click();
    await page.getByRole('combobox', { name: 'Name or person' }).fill('Ben');
    await page.getByRole('option', { name: 'Add “Ben”' }).click();
    await page.getByText('6 faces labeled as Ben.').waitFor();
    await page.getByText('These faces look like one person').waitFor();
    await page.keyboard.press('Control+z');
    await second.waitFor();
  });

  it('are renamed where they are among the others, by mouse and by keyboard', async () => {
    await dashboard.goTo('People');
    await page.getByRole('link', { name: /^Cleo/ }).hover();
    await page.getByRole('button', { name: 'Rename Cleo' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Clea');
    await page.keyboard.press('Enter');
    const clea = page.getByRole('link', { name: /^Clea/ });
    await clea.waitFor();
    await clea.press('F2');
    await page.getByRole('textbox', { name: 'Name' }).fill('Somebody');
    await page.keyboard.press('Escape');
    await clea.waitFor();
    await page.locator('a:focus', { hasText: 'Clea' }).waitFor();
  });

  it('are out of sight while they are hidden, and still found', async () => {
    await openAda();
    await choose('Hide');
    await dashboard.goTo('People');
    await page.getByRole('link', { name: /^Clea/ }).waitFor();
    await page.getByRole('link', { name: /^Ada/ }).waitFor({ state: 'detached' });
    await page.getByRole('searchbox', { name: 'Search people' }).fill('countess');
    await page.getByRole('link', { name: /^Ada/ }).waitFor();
    await page.getByRole('searchbox', { name: 'Search people' }).fill('');
    await page.getByRole('button', { name: 'Show hidden' }).click();
    await page.getByRole('link', { name: /^Ada.*Hidden/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('hidden')).toBe('shown');
    await dashboard.goTo('Labeled');
    await page.getByRole('region', { name: 'Ada', exact: true }).getByText('Hidden').waitFor();
    await openAda('/people?hidden=shown');
    await choose('Do not hide any more');
    await dashboard.open('/people');
    await page.getByRole('link', { name: /^Ada/ }).waitFor();
  });
});
