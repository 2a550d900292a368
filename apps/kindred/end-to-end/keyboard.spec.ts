import { join } from 'node:path';
import type { Browser, Keyboard, Page } from 'playwright-core';
import { eventually } from '@kindred/testing';
import { describeInBrowser } from './browser';
import { DashboardPage, launchBrowser, type Tab } from './dashboard-page';
import { kindred as runKindred, KindredProcess, temporaryFolder } from './kindred-process';

/** Further than this nobody goes with the tab key to something that is in front of them. */
const MOST_STOPS = 60;

/** One story without a mouse: every step starts from what the one before left. */
describeInBrowser('the dashboard without a mouse', () => {
  const data = join(temporaryFolder('keyboard'), 'data');
  let kindred: KindredProcess;
  let browser: Browser;
  let dashboard: DashboardPage;
  let page: Page;
  let keyboard: Keyboard;

  /** The id of the face that has the focus, or else the name or text of what has it. */
  const focused = () =>
    page.evaluate<string>(`(() => {
      const element = document.activeElement;
      if (element === document.body) return 'nothing';
      return element.dataset.face ?? element.getAttribute('aria-label') ?? element.textContent.trim();
    })()`);
  const focusedFace = () => page.evaluate<string | null>('document.activeElement.dataset.face ?? null');
  /** Waits until a face has the focus, and not one of these. */
  const anotherFace = (...others: readonly (string | null)[]) =>
    eventually(focusedFace, (id) => id !== null && !others.includes(id));
  const returnsTo = async (wanted: string | null) =>
    expect(await eventually(focused, (now) => now === wanted)).toBe(wanted);
  const tabTo = async (isIt: (now: string) => boolean, key = 'Tab') => {
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      await keyboard.press(key);
      if (isIt(await focused())) return;
    }
    throw new Error(`The tab key does not lead there, but to ${await focused()}.`);
  };
  const tabToAFace = async (): Promise<string> => {
    await dashboard.faces.first().waitFor();
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      await keyboard.press('Tab');
      const face = await focusedFace();
      if (face !== null) return face;
    }
    throw new Error('The tab key leads to no face.');
  };
  const becomes = async (tab: Tab, wanted: number) =>
    expect(
      await eventually(
        () => dashboard.count(tab),
        (count) => count === wanted,
      ),
    ).toBe(wanted);
  const selected = async (): Promise<number> => {
    const text = await page.getByRole('toolbar', { name: 'Selection' }).getByRole('status').innerText();
    return Number(/[\d,]+/.exec(text)![0].replaceAll(',', ''));
  };
  const isClosed = () => page.getByRole('dialog').waitFor({ state: 'detached' });

  beforeAll(async () => {
    const seeding = await runKindred(['dev', 'seed', '--faces', '1500'], data);
    if (seeding.status !== 0) throw new Error(seeding.errors);
    kindred = KindredProcess.start(['up', '--port', '0'], data);
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    keyboard = page.keyboard;
    dashboard = new DashboardPage(page, await kindred.url());
  });
  afterAll(async () => {
    await browser?.close();
    kindred?.kill('SIGINT');
    await kindred?.finished;
  });
  // Invented photos have no pictures of their own.
  afterEach(() =>
    expect(dashboard.complaints.filter((text) => !text.includes('/images/photos/'))).toEqual([]),
  );

  it('leads from the address over the tabs to an unknown face', async () => {
    await dashboard.open('/labeled');
    await dashboard.faces.first().waitFor();
    await tabTo((now) => now.startsWith('Labeled'));
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowLeft');
    expect(await focused()).toMatch(/^Unknown/);
    await keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Unknown', exact: true, level: 1 }).waitFor();
    await tabToAFace();
  });

  it('gives the focus back to the face from which something was opened', async () => {
    const face = await focusedFace();
    for (const key of ['l', 'Control+k', '?', 'Enter']) {
      await keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      await keyboard.press('Escape');
      await isClosed();
      await returnsTo(face);
    }
  });

  it('labels the faces that arrows and Space chose, and goes on at the next one', async () => {
    const [labeled, unknown] = [await dashboard.count('Labeled'), await dashboard.count('Unknown')];
    const first = await focusedFace();
    await keyboard.press('Space');
    await keyboard.press('Shift+ArrowRight');
    const second = await focusedFace();
    expect(await selected()).toBe(2);
    await keyboard.press('l');
    await page.getByRole('combobox', { name: 'Name or person' }).waitFor();
    await keyboard.type('Zoë Keys');
    await page.getByRole('option', { name: 'Zoë Keys' }).waitFor();
    await keyboard.press('Enter');
    await becomes('Labeled', labeled + 2);
    await becomes('Unknown', unknown - 2);
    await anotherFace(first, second);
  });

  it('goes to another page by its name, and from its beginning to an inferred face', async () => {
    await keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Command or person' }).waitFor();
    await keyboard.type('inferred');
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowUp');
    await keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Inferred', exact: true, level: 1 }).waitFor();
    expect(await eventually(focused, (now) => now !== 'nothing')).not.toBe('nothing');
    if ((await focusedFace()) === null) await tabToAFace();
  });

  it('confirms and rejects, one face after the other', async () => {
    const labeled = await dashboard.count('Labeled');
    const first = await focusedFace();
    await keyboard.press('y');
    await becomes('Labeled', labeled + 1);
    const second = await anotherFace(first);
    const inferred = await dashboard.count('Inferred');
    await keyboard.press('n');
    await becomes('Inferred', inferred - 1);
    await anotherFace(first, second);
  });

  it('confirms everybody of a group, and goes on at what follows', async () => {
    const inferred = await dashboard.count('Inferred');
    const face = await focusedFace();
    await tabTo((now) => now.startsWith('Confirm all faces of'), 'Shift+Tab');
    await keyboard.press('Enter');
    await eventually(
      () => dashboard.count('Inferred'),
      (count) => count < inferred,
    );
    await anotherFace(face);
  });

  it('takes what is typed into the palette for no answer of a review, and takes an answer back by its name', async () => {
    const onTop = () => page.locator('.review-face').getAttribute('data-face');
    const toReview = () => page.getByText(/to review$/).innerText();
    const type = async (text: string) => {
      await keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Command or person' }).waitFor();
      await keyboard.type(text);
    };
    await dashboard.open('/review');
    const first = await onTop();
    const before = await toReview();
    await type('yns');
    await keyboard.press('Escape');
    await isClosed();
    expect(await onTop()).toBe(first);

    await keyboard.press('y');
    await eventually(onTop, (face) => face !== first);
    await eventually(toReview, (text) => text !== before);
    await type('undo');
    await page.getByRole('option', { name: 'Undo', selected: true }).waitFor();
    await keyboard.press('Enter');
    await isClosed();
    expect(await eventually(onTop, (face) => face === first)).toBe(first);
    expect(await eventually(toReview, (text) => text === before)).toBe(before);

    await type('unknown faces');
    await keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Unknown', exact: true, level: 1 }).waitFor();
  });

  it('asks before many faces are deleted, deletes them, and brings them back', async () => {
    await dashboard.open('/unknown?view=together');
    const first = await tabToAFace();
    const unknown = await dashboard.count('Unknown');
    await keyboard.press('Space');
    for (let row = 0; row < 3; row += 1) await keyboard.press('Shift+ArrowDown');
    const last = await focusedFace();
    const count = await selected();
    expect(count).toBeGreaterThan(20);

    await keyboard.press('Delete');
    await page.getByRole('dialog', { name: `Delete ${count} faces?` }).waitFor();
    await keyboard.press('Escape');
    await isClosed();
    await returnsTo(last);
    await keyboard.press('Delete');
    await tabTo((now) => now === `Delete ${count} faces`);
    await keyboard.press('Enter');
    await becomes('Unknown', unknown - count);
    await anotherFace(first, last);
    await keyboard.press('Control+z');
    await becomes('Unknown', unknown);
    expect(await focused()).not.toBe('nothing');
  });

  it('goes on at a face when the bar of the selection leaves', async () => {
    if ((await focusedFace()) === null) await tabToAFace();
    const unknown = await dashboard.count('Unknown');
    const face = await focusedFace();
    await keyboard.press('Space');
    await tabTo((now) => now === 'Ignore');
    await keyboard.press('Enter');
    await becomes('Unknown', unknown - 1);
    await anotherFace(face);
  });

  it('gives the focus back to the button that opened filters or an order', async () => {
    await dashboard.open('/inferred');
    await dashboard.faces.first().waitFor();
    for (const button of ['Filter', 'Sort', 'Jobs', 'Undo and history']) {
      await tabTo((now) => now === button);
      await keyboard.press('Enter');
      await page.locator('[role=dialog], [role=menu]').first().waitFor();
      await keyboard.press('Escape');
      await returnsTo(button);
    }
  });

  it('asks before a whole group is rejected, and gives the focus back when that is not meant', async () => {
    await tabTo((now) => now.startsWith('Not this person: none of these faces'));
    const button = await focused();
    await keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await keyboard.press('Escape');
    await isClosed();
    await returnsTo(button);
  });

  it('merges people, and stays on the page', async () => {
    await dashboard.open('/people');
    const people = await dashboard.count('People');
    await page.getByRole('list', { name: 'People' }).getByRole('link').first().waitFor();
    await tabTo((now) => now === 'Select');
    await keyboard.press('Enter');
    const chosen = page.getByRole('checkbox', { checked: true });
    await tabTo((now) => / faces?/.test(now));
    await keyboard.press('Space');
    await keyboard.press('Tab');
    await keyboard.press('Space');
    expect(await chosen.count()).toBe(2);
    await tabTo((now) => now === 'Merge');
    await keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Merge 2 people?' }).waitFor();
    await keyboard.press('Escape');
    await isClosed();
    await returnsTo('Merge');
    await keyboard.press('Enter');
    await tabTo((now) => now === 'Merge');
    await keyboard.press('Enter');
    await becomes('People', people - 1);
    expect(await eventually(focused, (now) => now !== 'nothing')).not.toBe('nothing');
  });
});
