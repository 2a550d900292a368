import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { eventually } from '@kindred/testing';
import { describeInBrowser } from './browser';
import { DashboardPage, launchBrowser } from './dashboard-page';
import { kindred, KindredProcess, temporaryFolder } from './kindred-process';
import { samplePhotos } from './sample-photos';

/** One story of somebody who is new: every step starts from what the one before left. */
describeInBrowser('the first steps', () => {
  const folder = temporaryFolder('first-steps');
  const photos = join(folder, 'photos');
  const said = join(folder, 'said.jsonl');
  const noPhoto = join(folder, 'notes.txt');
  const running: KindredProcess[] = [];
  let browser: Browser;
  let dashboard: DashboardPage;
  let page: Page;
  let rest: string[];

  const open = async (name: string) => {
    const started = KindredProcess.start(['up', '--port', '0'], join(folder, name));
    running.push(started);
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    return new DashboardPage(await context.newPage(), await started.url());
  };
  const step = (name: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
  const addFolder = async (path: string) => {
    await page.getByLabel('Folder on the computer that runs Kindred').fill(path);
    await page.getByRole('button', { name: 'Read this folder' }).click();
  };
  const palette = async (typed: string) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Command or person' }).fill(typed);
    return page.getByRole('option').first();
  };

  beforeAll(async () => {
    const [first, ...others] = await samplePhotos();
    rest = others;
    await mkdir(photos, { recursive: true });
    await cp(first!, join(photos, basename(first!)));
    await writeFile(noPhoto, 'This is no photo.');
    await kindred(['config', 'set', 'folderRoots', photos], join(folder, 'new'));
    browser = await launchBrowser();
    dashboard = await open('new');
    page = dashboard.page;
    await dashboard.open('/');
  });
  afterAll(async () => {
    await browser?.close();
    for (const started of running) started.kill('SIGINT');
    for (const started of running) await started.finished;
  });
  afterEach(() => expect(dashboard.complaints).toEqual([]));

  it('refuse a folder that may not be read, and read one that may', async () => {
    await addFolder('/');
    await page.getByText(/^\/ is no folder in /).waitFor();
    await addFolder(photos);
    await step('Add photos')
      .getByText(/1 photo, \d+ faces/)
      .waitFor();
  });

  it('take photos that are chosen or dropped, and say which are none', async () => {
    await dashboard.open('/settings');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose photos' }).click();
    await (await chooser).setFiles([...rest, noPhoto]);
    await page.getByText('5 photos added · 1 file could not be added').waitFor();
    const transfer = await page.evaluateHandle(`(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['also no photo'], 'dropped.txt'));
      return transfer;
    })()`);
    await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
    await page.getByText('Drop photos to add them').waitFor();
    await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
    await page.getByRole('list', { name: '1 file could not be added' }).getByText('dropped.txt').waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).last().click();
    // The browser itself notes what the server refused.
    expect(dashboard.complaints.splice(0)).toEqual([
      expect.stringContaining('422'),
      expect.stringContaining('422'),
    ]);
    await eventually(
      () => dashboard.count('Unknown'),
      (count) => count >= 21,
    );
  });

  it('lead over labels to a training', async () => {
    await dashboard.open('/');
    await step('Label a few faces').getByRole('link', { name: 'Label faces' }).click();
    await page.getByRole('heading', { name: 'Unknown 1' }).waitFor();
    await dashboard.faces.first().focus();
    await page.keyboard.press('Space');
    for (let more = 0; more < 4; more += 1) await page.keyboard.press('Shift+ArrowRight');
    await page.getByText('5 selected').waitFor();
    await page.keyboard.press('l');
    await page.getByRole('combobox', { name: 'Name or person' }).fill('Zoë');
    await page.getByRole('option', { name: 'Add “Zoë”', exact: true }).click();
    await eventually(
      () => dashboard.count('Labeled'),
      (count) => count === 5,
    );
    await page.getByRole('link', { name: 'Kindred' }).click();
    await step('Label a few faces').getByText('5 faces have a name.').waitFor();
    await step('Train').first().getByRole('button', { name: 'Train' }).click();
    await step('Train').first().getByText('Kindred knows the people you named.').waitFor();
  });

  it('stay away when they are hidden, and come back from the palette', async () => {
    await page.getByRole('button', { name: 'Hide these steps' }).click();
    await page.waitForURL(/\/(inferred|unknown|labeled)$/);
    await dashboard.open('/');
    await page.waitForURL(/\/(inferred|unknown|labeled)$/);
    await palette('first steps');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'From photos to names' }).waitFor();
  });

  it('need no mouse: the palette goes to people, pages and themes', async () => {
    await (await palette('zoe')).getByText('Zoë').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/people\//);
    await palette('dark');
    await page.keyboard.press('Enter');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Command palette').waitFor();
    await page.keyboard.press('Escape');
    await palette('rescan');
    await page.keyboard.press('Enter');
    const question = page.getByRole('dialog', { name: 'Look for faces in 6 photos again?' });
    await question.getByText('Faces that you deleted come back').waitFor();
    await question.getByRole('button', { name: 'Cancel' }).click();
  });

  it('end with labels that go out, beside the photos and into another library', async () => {
    await dashboard.open('/exchange');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save a file' }).click();
    await (await download).saveAs(said);
    const ways = (name: string) => page.getByRole('region', { name, exact: true });
    await ways('Write names beside photos').getByRole('button').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Write sidecars' }).click();
    await ways('Write names beside photos')
      .getByText(/1 file written/)
      .waitFor();
    expect((await readdir(photos)).some((name) => name.endsWith('.xmp'))).toBe(true);

    const other = await open('other');
    await other.open('/exchange');
    const chooser = other.page.waitForEvent('filechooser');
    await other.page.getByRole('button', { name: 'Choose a file' }).click();
    await (await chooser).setFiles(said);
    const report = other.page.getByRole('region', { name: 'Take in a saved file' });
    await report.getByText('1 new person').waitFor();
    await report.getByText('5 statements wait for their photos').waitFor();
    await other.page.getByRole('region', { name: 'What waits for its photos' }).waitFor();
    expect(other.complaints).toEqual([]);
  });
});
