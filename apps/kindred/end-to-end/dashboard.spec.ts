import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { eventually } from '@kindred/testing';
import { describeInBrowser } from './browser';
import { DashboardPage, launchBrowser, type Tab } from './dashboard-page';
import { KindredProcess, temporaryFolder } from './kindred-process';
import { askWhetherTheSame } from './library-state';

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** One story on the sample photos: every step starts from what the one before left. */
describeInBrowser('the dashboard', () => {
  const data = join(temporaryFolder('dashboard'), 'data');
  let kindred: KindredProcess;
  let browser: Browser;
  let dashboard: DashboardPage;
  let allFaces: number;

  const counts = async () => ({
    labeled: await dashboard.count('Labeled'),
    inferred: await dashboard.count('Inferred'),
    unknown: await dashboard.count('Unknown'),
  });
  const countOf = async (tab: Tab, wanted: number) =>
    expect(
      await eventually(
        () => dashboard.count(tab),
        (count) => count === wanted,
      ),
    ).toBe(wanted);
  const train = () => dashboard.page.getByRole('banner').getByRole('button', { name: 'Train' }).click();
  const firstFaceOf = (person: string) => dashboard.idOf(dashboard.facesOf(person).first());

  beforeAll(async () => {
    kindred = KindredProcess.start(['demo', '--port', '0'], data);
    browser = await launchBrowser();
    dashboard = new DashboardPage(await browser.newPage({ viewport: WIDE }), await kindred.url());
    await dashboard.open('/unknown');
  });
  afterAll(async () => {
    await browser?.close();
    kindred?.kill('SIGINT');
    await kindred?.finished;
  });
  afterEach(() => expect(dashboard.complaints).toEqual([]));

  it('shows every face that was found, without a reload', async () => {
    allFaces = await eventually(
      () => dashboard.count('Unknown'),
      (count) => count >= 21,
    );
    await eventually(
      () => dashboard.faces.count(),
      (count) => count > 0,
    );
    await dashboard.page.getByRole('heading', { name: 'Unknown 1' }).waitFor();
  });

  it('labels a face with a new name through the pop-up', async () => {
    const face = await firstFaceOf('Unknown 1');
    await dashboard.label(face, 'Ángela Núñez', 'Add “Ángela Núñez”');
    await countOf('Labeled', 1);
    await dashboard.goTo('Labeled');
    await dashboard.facesOf('Ángela Núñez').waitFor();
    expect(await firstFaceOf('Ángela Núñez')).toBe(face);
  });

  it('finds a person without the accents of the name, and changes a label the same way', async () => {
    const face = await firstFaceOf('Ángela Núñez');
    await dashboard.label(face, 'Beatriz', 'Add “Beatriz”');
    await dashboard.facesOf('Beatriz').waitFor();
    expect(await firstFaceOf('Beatriz')).toBe(face);
    await dashboard.label(face, 'angela nun', 'Ángela Núñez');
    await dashboard.facesOf('Ángela Núñez').waitFor();
    expect(await firstFaceOf('Ángela Núñez')).toBe(face);
    await countOf('Labeled', 1);
  });

  it('takes a label back at once, and gives it again', async () => {
    const face = await firstFaceOf('Ángela Núñez');
    await dashboard.press('Unlabel', face);
    await countOf('Labeled', 0);
    await dashboard.page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await countOf('Labeled', 1);
    expect(await firstFaceOf('Ángela Núñez')).toBe(face);
  });

  it('deletes a face, and finds it again in a rescan that keeps the label', async () => {
    await dashboard.goTo('Unknown');
    await dashboard.faces.first().waitFor();
    const deleted = await dashboard.idOf(dashboard.faces.last());
    await dashboard.press('Delete', deleted);
    await dashboard.face(deleted).waitFor({ state: 'detached' });
    const remaining = async () => Object.values(await counts()).reduce((sum, count) => sum + count);
    await eventually(remaining, (sum) => sum === allFaces - 1);

    await dashboard.open('/settings');
    await dashboard.page.getByRole('button', { name: 'Rescan library' }).click();
    await dashboard.page.getByRole('dialog').getByRole('button', { name: 'Rescan' }).click();
    await eventually(remaining, (sum) => sum === allFaces);
    await countOf('Labeled', 1);
    await dashboard.goTo('Unknown');
    await dashboard.face(deleted).waitFor();
  });

  it('trains, and turns a suggestion into a label with one click', async () => {
    await train();
    await eventually(
      () => dashboard.count('Inferred'),
      (count) => count > 0,
    );
    const { labeled } = await counts();
    await dashboard.goTo('Inferred');
    await dashboard.faces.first().waitFor();
    const confirmed = await dashboard.idOf(dashboard.faces.first());
    await dashboard.press('Confirm', confirmed);
    await countOf('Labeled', labeled + 1);
    await dashboard.goTo('Labeled');
    await dashboard.face(confirmed).waitFor();
  });

  it('never suggests again what was rejected', async () => {
    await dashboard.press('Unlabel', await dashboard.idOf(dashboard.faces.nth(1)));
    await countOf('Labeled', 1);
    await train();
    await eventually(
      () => dashboard.count('Inferred'),
      (count) => count > 0,
    );
    await dashboard.goTo('Inferred');
    await dashboard.faces.first().waitFor();
    const rejected = await dashboard.idOf(dashboard.faces.first());
    await dashboard.press('Not this person', rejected);
    await dashboard.face(rejected).waitFor({ state: 'detached' });

    await train();
    await dashboard.page.getByRole('button', { name: 'Jobs' }).click();
    await eventually(
      () => dashboard.page.getByText('Training', { exact: true }).count(),
      (trainings) => trainings === 3,
    );
    await eventually(
      () => dashboard.page.getByRole('progressbar').count(),
      (running) => running === 0,
    );
    await dashboard.page.keyboard.press('Escape');
    await dashboard.goTo('Unknown');
    await dashboard.face(rejected).waitFor();
  });

  it('asks whether two people are the same, takes a no back, and merges them on a yes', async () => {
    await askWhetherTheSame(data, 'Ángela Núñez', 'Beatriz');
    await dashboard.open('/people');
    await dashboard.page.getByRole('link', { name: 'Same person?' }).click();
    const question = dashboard.page.getByRole('region', { name: 'the same person?' });
    await question.waitFor();
    await dashboard.page.keyboard.press('n');
    await dashboard.page.getByRole('heading', { name: 'Nothing to decide' }).waitFor();
    await dashboard.page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await question.getByRole('button', { name: 'Yes, the same' }).click();
    await dashboard.page.getByRole('dialog').getByRole('button', { name: 'Merge' }).click();
    await dashboard.page.getByRole('heading', { name: 'Nothing to decide' }).waitFor();
    await countOf('People', 1);
  });

  it('keeps what is preferred about suggestions, and says what a training changed', async () => {
    await dashboard.open('/settings');
    await dashboard.page.getByRole('button', { name: 'More faces' }).click();
    await dashboard.page.getByRole('button', { name: 'Train now' }).click();
    await dashboard.page.getByText(/^Training is done\. .* groups? of unknown people/).waitFor();
    await dashboard.page.reload();
    const smallest = dashboard.page.getByRole('group', { name: 'Smallest group' });
    await smallest.getByText('3', { exact: true }).waitFor();
  });

  it.each([
    ['wide', 'light'],
    ['wide', 'dark'],
    ['phone', 'light'],
    ['phone', 'dark'],
  ] as const)('fits every screen on a %s display in %s', async (size, colorScheme) => {
    const viewport = size === 'wide' ? WIDE : PHONE;
    const page = await browser.newPage({
      viewport,
      colorScheme,
      isMobile: size === 'phone',
      hasTouch: size === 'phone',
    });
    const visitor = new DashboardPage(page, await kindred.url());
    for (const screen of [
      'labeled',
      'inferred',
      'unknown',
      'people',
      'people/same-person',
      'search',
      'failures',
      'exchange',
      'settings',
    ]) {
      await visitor.open(`/${screen}`);
      await page.getByRole('main').waitFor();
      await page.waitForLoadState('networkidle');
      const fits = await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth');
      expect({ screen, fits }).toEqual({ screen, fits: true });
      await page.screenshot({
        path: join(
          __dirname,
          'dist',
          'screenshots',
          `${screen.replace('/', '-')}-${size}-${colorScheme}.png`,
        ),
      });
    }
    expect(visitor.complaints).toEqual([]);
    await page.close();
  });
});
