import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { eventually } from '@kindred/testing';
import { describeInBrowser } from './browser';
import { DashboardPage, launchBrowser } from './dashboard-page';
import { KindredProcess, kindred as runKindred, temporaryFolder } from './kindred-process';

const FACES = 1_500;

/** A library with more faces than any screen loads. */
describeInBrowser('the board of faces', () => {
  const data = join(temporaryFolder('board'), 'data');
  let kindred: KindredProcess;
  let browser: Browser;
  let dashboard: DashboardPage;

  const selected = async (): Promise<number> => {
    const text = await dashboard.page
      .getByRole('toolbar', { name: 'Selection' })
      .getByRole('status')
      .innerText();
    return Number(/[\d,]+/.exec(text)?.[0].replaceAll(',', '') ?? NaN);
  };
  /** Of the page as it is open. */
  const shownCount = async (): Promise<number> => {
    const text = await dashboard.page.getByRole('main').getByRole('status').first().innerText();
    return Number(/[\d,]+/.exec(text)?.[0].replaceAll(',', '') ?? NaN);
  };
  const search = () => new URL(dashboard.page.url()).searchParams;

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

  it('selects what a rectangle touches, adds with Ctrl, and gives up with Escape', async () => {
    await dashboard.open('/unknown?view=together');
    const { mouse, keyboard } = dashboard.page;
    const first = (await dashboard.faces.first().boundingBox())!;
    const middle = { x: first.x + first.width / 2, y: first.y + first.height / 2 };
    await mouse.move(middle.x, middle.y);
    await mouse.down();
    await mouse.move(middle.x + first.width * 2.2, middle.y + first.height * 1.2, { steps: 5 });
    await mouse.up();
    expect(await selected()).toBe(6);

    await keyboard.down('Control');
    await mouse.move(middle.x + first.width * 5, middle.y);
    await mouse.down();
    await mouse.move(middle.x + first.width * 5 + 20, middle.y, { steps: 5 });
    await mouse.up();
    await keyboard.up('Control');
    expect(await selected()).toBe(7);

    await mouse.move(middle.x, middle.y);
    await mouse.down();
    await mouse.move(middle.x + 30, middle.y + 30, { steps: 5 });
    await eventually(selected, (count) => count === 1);
    await keyboard.press('Escape');
    await mouse.up();
    expect(await selected()).toBe(7);
    await keyboard.press('Escape');
  });

  it('narrows what is shown, says so in the address, and takes that back with Back', async () => {
    await dashboard.open('/inferred');
    await dashboard.page.getByRole('heading', { name: /./ }).first().waitFor();
    const all = await eventually(shownCount, (count) => count > 0);
    await dashboard.page.getByRole('button', { name: 'Filter' }).click();
    await dashboard.page.getByRole('slider', { name: 'At least' }).first().fill('90');
    await dashboard.page.getByRole('button', { name: 'Take away the filter 90–100% sure' }).waitFor();
    const matching = await eventually(shownCount, (count) => count < all);
    expect(matching).toBeGreaterThan(0);
    expect(search().get('sure')).toBe('90');

    await dashboard.page.reload();
    expect(await eventually(shownCount, (count) => count > 0)).toBe(matching);
    await dashboard.page.goBack();
    expect(await eventually(shownCount, (count) => count > matching)).toBe(all);
    expect(search().has('sure')).toBe(false);
  });

  it('is where it was when somebody comes back to it', async () => {
    await dashboard.open('/unknown?view=together');
    await dashboard.faces.first().waitFor();
    await dashboard.page.mouse.move(700, 500);
    await dashboard.page.mouse.wheel(0, 6_000);
    const place = () => dashboard.page.evaluate<number>('Math.round(window.scrollY)');
    const kept = () => dashboard.page.evaluate<number>('history.state?.facesTop ?? 0');
    await eventually(place, (top) => top > 5_900);
    await eventually(kept, (top) => top > 5_000);
    await dashboard.goTo('Labeled');
    await eventually(place, (top) => top === 0);
    await dashboard.page.goBack();
    await eventually(place, (top) => Math.abs(top - 6_000) < 100);
  });

  it('jumps anywhere at once', async () => {
    await dashboard.open('/unknown?view=together&order=DATE');
    await dashboard.faces.first().waitFor();
    const first = await dashboard.idOf(dashboard.faces.first());
    const scrubber = dashboard.page.getByRole('slider', { name: 'Jump to' });
    await scrubber.focus();
    await dashboard.page.keyboard.press('End');
    await eventually(
      () => dashboard.face(first).count(),
      (count) => count === 0,
    );
    await dashboard.faces.first().waitFor();
    expect(Number(await scrubber.getAttribute('aria-valuenow'))).toBeGreaterThan(80);
  });

  it('labels everything but one face, of which most were never loaded, and takes that back', async () => {
    await dashboard.open('/unknown?view=together');
    await dashboard.faces.first().waitFor();
    const unknown = await eventually(shownCount, (count) => count > 0);
    const labeled = await dashboard.count('Labeled');
    expect(await dashboard.faces.count()).toBeLessThan(unknown / 2);
    await dashboard.page.keyboard.press('Control+a');
    expect(await selected()).toBe(unknown);
    const left = await dashboard.idOf(dashboard.faces.nth(2));
    await dashboard.face(left).click();
    expect(await selected()).toBe(unknown - 1);
    await dashboard.page.mouse.move(700, 500);
    await dashboard.page.mouse.wheel(0, 3_000);
    expect(await selected()).toBe(unknown - 1);

    await dashboard.page.keyboard.press('l');
    await dashboard.page.getByRole('combobox', { name: 'Name or person' }).fill('Everybody');
    await dashboard.page.getByRole('option', { name: 'Everybody' }).click();
    await eventually(
      () => dashboard.count('Labeled'),
      (count) => count === labeled + unknown - 1,
    );
    await dashboard.face(left).waitFor();
    await dashboard.page.keyboard.press('Control+z');
    await eventually(
      () => dashboard.count('Unknown'),
      (count) => count === unknown,
    );
    await eventually(
      () => dashboard.count('Labeled'),
      (count) => count === labeled,
    );
  });

  it('asks when there are fewer faces by now than were shown, and goes on with those', async () => {
    await dashboard.open('/inferred?view=together');
    await dashboard.faces.first().waitFor();
    const inferred = await eventually(shownCount, (count) => count > 0);
    const labeled = await dashboard.count('Labeled');
    const gone = await dashboard.idOf(dashboard.faces.first());
    await dashboard.page.keyboard.press('Control+a');
    // Somebody else deletes a face while the first request is on its way.
    let isFirst = true;
    await dashboard.page.route('**/graphql', async (route) => {
      const isIt = isFirst && route.request().postData()!.includes('confirmAllFaces');
      if (isIt) {
        isFirst = false;
        await dashboard.page.request.post(route.request().url(), {
          headers: { 'apollo-require-preflight': '1' },
          data: { query: `mutation { deleteFaces(faceIds: ["${gone}"]) { results { id } } }` },
        });
      }
      await route.continue();
    });
    const toolbar = dashboard.page.getByRole('toolbar', { name: 'Selection' });
    await toolbar.getByRole('button', { name: 'Confirm' }).click();
    const left = (inferred - 1).toLocaleString('en');
    await dashboard.page.getByRole('button', { name: `Go on with ${left} faces` }).click();
    await eventually(
      () => dashboard.count('Labeled'),
      (count) => count === labeled + inferred - 1,
    );
    await dashboard.page.keyboard.press('Control+z');
    await eventually(
      () => dashboard.count('Inferred'),
      (count) => count === inferred - 1,
    );
    await dashboard.page.keyboard.press('Control+Shift+z');
    await eventually(
      () => dashboard.count('Labeled'),
      (count) => count === labeled + inferred - 1,
    );
    // With its requests rerouted a browser keeps no pictures, and asks for that of the deleted face again.
    const complaints = dashboard.complaints.splice(0);
    expect(complaints.filter((text) => !text.includes(`/images/faces/${gone}/`))).toEqual([]);
  });
});
