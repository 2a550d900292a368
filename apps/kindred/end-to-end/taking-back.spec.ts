import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { eventually } from '@kindred/testing';
import { describeInBrowser } from './browser';
import { DashboardPage, launchBrowser, type Tab } from './dashboard-page';
import { kindred as runKindred, KindredProcess, temporaryFolder } from './kindred-process';
import { putPhotosOfPeople } from './photos-of-people';

/** One story on photos of people who appear several times: every step starts from what the one before left. */
describeInBrowser('taking back what was done to people', () => {
  const folder = temporaryFolder('taking-back');
  const data = join(folder, 'data');
  let kindred: KindredProcess;
  let browser: Browser;
  let dashboard: DashboardPage;
  /** The faces of the two groups that get names. */
  let ada: string[];
  let ben: string[];

  const countOf = async (tab: Tab, wanted: number) =>
    expect(
      await eventually(
        () => dashboard.count(tab),
        (count) => count === wanted,
      ),
    ).toBe(wanted);
  const facesOf = async (person: string): Promise<string[]> => {
    await dashboard.facesOf(person).first().waitFor();
    // The tests are not compiled with the types of a browser.
    const faces = await dashboard
      .facesOf(person)
      .evaluateAll((nodes) =>
        (nodes as unknown as { dataset: { face: string } }[]).map(({ dataset }) => dataset.face),
      );
    return faces.sort();
  };
  /** Waits until exactly these faces are below the name of a person. */
  const hasFaces = async (person: string, wanted: readonly string[]) =>
    expect(
      await eventually(
        () => facesOf(person),
        (faces) => faces.length === wanted.length,
      ),
    ).toEqual([...wanted].sort());
  const name = async (group: string, called: string) => {
    const { page } = dashboard;
    await page.getByRole('region', { name: group, exact: true }).getByRole('link', { name: group }).click();
    await page.getByRole('button', { name: 'Add name' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill(called);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: called, exact: true }).waitFor();
  };
  const selectPeople = async (...names: string[]) => {
    await dashboard.goTo('People');
    await dashboard.page.getByRole('button', { name: 'Select', exact: true }).click();
    for (const one of names) await dashboard.page.getByRole('checkbox', { name: one }).click();
  };
  const inSelection = (button: string) =>
    dashboard.page
      .getByRole('toolbar', { name: 'Selected people' })
      .getByRole('button', { name: button })
      .click();
  const inDialog = (button: string) =>
    dashboard.page.getByRole('dialog').getByRole('button', { name: button }).click();

  beforeAll(async () => {
    const photos = join(folder, 'photos');
    await putPhotosOfPeople(photos);
    const scan = await runKindred(['up', photos, '--once', '--port', '0'], data);
    if (scan.status !== 0) throw new Error(scan.errors);
    kindred = KindredProcess.start(['up', '--port', '0'], data);
    browser = await launchBrowser();
    const viewport = { width: 1440, height: 900 };
    dashboard = new DashboardPage(await browser.newPage({ viewport }), await kindred.url());
    await dashboard.open('/unknown');
    [ada, ben] = [await facesOf('Unknown 1'), await facesOf('Unknown 2')];
  });
  afterAll(async () => {
    await browser?.close();
    kindred?.kill('SIGINT');
    await kindred?.finished;
  });
  afterEach(() => expect(dashboard.complaints).toEqual([]));

  it('makes a group that was named unknown again, with its number and its faces', async () => {
    await name('Unknown 1', 'Ada');
    await countOf('Labeled', ada.length);
    await dashboard.page.keyboard.press('Control+z');
    await dashboard.page.getByRole('heading', { name: 'Unknown 1', exact: true }).waitFor();
    await countOf('Labeled', 0);
    await dashboard.goTo('Unknown');
    await hasFaces('Unknown 1', ada);
    await dashboard.page.keyboard.press('Control+Shift+Z');
    await countOf('Labeled', ada.length);
    await name('Unknown 2', 'Ben');
    await countOf('Labeled', ada.length + ben.length);
    await dashboard.goTo('Labeled');
    await hasFaces('Ada', ada);
    await hasFaces('Ben', ben);
  });

  it('parts two people who were merged, and merges them again', async () => {
    await selectPeople('Ada', 'Ben');
    await inSelection('Merge');
    await dashboard.page.getByRole('dialog').getByRole('radio', { name: 'Ada' }).click();
    await inDialog('Merge');
    await countOf('People', 1);
    await dashboard.goTo('Labeled');
    await hasFaces('Ada', [...ada, ...ben]);
    await dashboard.page.keyboard.press('Control+z');
    await countOf('People', 2);
    await hasFaces('Ada', ada);
    await hasFaces('Ben', ben);
    await dashboard.page.keyboard.press('Control+Shift+Z');
    await countOf('People', 1);
    await hasFaces('Ada', [...ada, ...ben]);
    await dashboard.page.keyboard.press('Control+z');
    await countOf('People', 2);
    await hasFaces('Ben', ben);
  });

  it('has somebody who was deleted there again, with all labels', async () => {
    await selectPeople('Ben');
    await inSelection('Delete');
    await inDialog('Delete');
    await countOf('People', 1);
    await countOf('Labeled', ada.length);
    await dashboard.page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await countOf('People', 2);
    await dashboard.goTo('Labeled');
    await hasFaces('Ben', ben);
  });

  it('tells of all that in the history, where it is taken back also on another visit', async () => {
    await selectPeople('Ben');
    await inSelection('Delete');
    await inDialog('Delete');
    await countOf('People', 1);
    const { page } = dashboard;
    await dashboard.open('/history');
    for (const sentence of [
      'You named Unknown 1 Ada',
      'You took the name Ada off Unknown 1',
      'You merged Ben into Ada',
      'You took Ben out of Ada again',
      'You brought the person Ben back',
    ])
      await page.getByText(sentence, { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Undo: You deleted the person Ben' }).click();
    await countOf('People', 2);
    const deletion = page.getByRole('listitem').filter({ hasText: 'You deleted the person Ben' }).first();
    await deletion.getByText('Taken back').waitFor();
    await dashboard.goTo('Labeled');
    await hasFaces('Ben', ben);
    await page.keyboard.press('Control+z');
    await countOf('People', 1);
    await countOf('Labeled', ada.length);
  });
});
