import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { eventually } from '@kindred/testing';
import { describeInBrowser } from './browser';
import { DashboardPage, launchBrowser, type Tab } from './dashboard-page';
import { KindredProcess, temporaryFolder } from './kindred-process';
import { putPhotosOfPeople } from './photos-of-people';

/** One story on photos of people who appear several times: every step starts from what the one before left. */
describeInBrowser('reviewing one by one', () => {
  const folder = temporaryFolder('review');
  let kindred: KindredProcess;
  let browser: Browser;
  let dashboard: DashboardPage;
  let suggested: number;

  const counts = async () => ({
    labeled: await dashboard.count('Labeled'),
    inferred: await dashboard.count('Inferred'),
  });
  const countOf = async (tab: Tab, wanted: number) =>
    expect(
      await eventually(
        () => dashboard.count(tab),
        (count) => count === wanted,
      ),
    ).toBe(wanted);
  const onTop = () => dashboard.page.locator('.review-face').getAttribute('data-face');
  /** Presses a key and waits until another face is asked about. */
  const press = async (key: string): Promise<string | null> => {
    const before = await onTop();
    await dashboard.page.keyboard.press(key);
    return eventually(onTop, (face) => face !== before);
  };
  /** Labels a face of a group that the trainer found. */
  const label = async (group: string, name: string) => {
    await dashboard.facesOf(group).first().waitFor();
    await dashboard.label(await dashboard.idOf(dashboard.facesOf(group).first()), name, `Add “${name}”`);
  };

  beforeAll(async () => {
    const photos = join(folder, 'photos');
    await putPhotosOfPeople(photos);
    kindred = KindredProcess.start(['up', photos, '--port', '0'], join(folder, 'data'));
    browser = await launchBrowser();
    const viewport = { width: 1440, height: 900 };
    dashboard = new DashboardPage(await browser.newPage({ viewport }), await kindred.url());
    await dashboard.open('/unknown');
  });
  afterAll(async () => {
    await browser?.close();
    kindred?.kill('SIGINT');
    await kindred?.finished;
  });
  afterEach(() => expect(dashboard.complaints).toEqual([]));

  it('has suggestions once two people are labeled and a training has run', async () => {
    await eventually(
      () => dashboard.count('Unknown'),
      (count) => count >= 20,
    );
    await dashboard.page.getByRole('heading', { name: 'Unknown 2' }).waitFor();
    await label('Unknown 1', 'Ada');
    await countOf('Labeled', 1);
    await label('Unknown 2', 'Ben');
    await countOf('Labeled', 2);
    await dashboard.page.getByRole('banner').getByRole('button', { name: 'Train' }).click();
    suggested = await eventually(
      () => dashboard.count('Inferred'),
      (count) => count >= 4,
    );
  });

  it('answers three faces by keyboard and takes the last answer back', async () => {
    await dashboard.page.getByText(/^Training is done\./).waitFor();
    ({ inferred: suggested } = await counts());
    await dashboard.goTo('Inferred');
    await dashboard.page.getByRole('link', { name: 'Review one by one' }).click();
    await dashboard.page.locator('.review-face').waitFor();
    await press('y');
    const refused = await onTop();
    await press('n');
    const last = await onTop();
    await press('Enter');
    expect(await press('u')).toBe(last);
    await dashboard.page.keyboard.press('Escape');
    await countOf('Labeled', 3);
    await countOf('Inferred', suggested - 2);
    await dashboard.goTo('Inferred');
    await dashboard.face(last!).waitFor();
    await dashboard.face(refused!).waitFor({ state: 'detached' });
  });

  it('takes back with Ctrl+Z what was answered in the review, and does it again', async () => {
    await dashboard.page.keyboard.press('Control+z');
    await countOf('Inferred', suggested - 1);
    await dashboard.page.keyboard.press('Control+z');
    await countOf('Inferred', suggested);
    await countOf('Labeled', 2);
    await dashboard.page.keyboard.press('Control+Shift+Z');
    await countOf('Labeled', 3);
  });

  it('tells in the history what was said, with the faces', async () => {
    await dashboard.page.getByRole('button', { name: 'Undo and history' }).click();
    await dashboard.page.getByRole('menuitem', { name: 'History' }).click();
    await dashboard.page.getByText(/^You took back that 1 face is not (Ada|Ben)$/).waitFor();
    await dashboard.page.getByText('You labeled 1 face as Ben').last().waitFor();
    await dashboard.page.getByRole('button', { name: 'Open the photo of this face' }).first().waitFor();
  });

  it('ends by saying what was done, and offers to train', async () => {
    await dashboard.open('/review');
    const face = dashboard.page.locator('.review-face');
    await face.waitFor();
    for (let left = await dashboard.page.getByText(/to review$/).innerText(); !left.startsWith('0');) {
      await dashboard.page.keyboard.press('y');
      left = await eventually(
        () => dashboard.page.getByText(/to review$/).innerText(),
        (now) => now !== left,
      );
    }
    await dashboard.page.getByRole('heading', { name: 'All reviewed' }).waitFor();
    await dashboard.page.getByRole('button', { name: 'Train' }).waitFor();
  });
});
