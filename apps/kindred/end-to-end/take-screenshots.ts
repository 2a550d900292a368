import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { DashboardPage, launchBrowser, type Tab } from './dashboard-page';
import { KindredProcess } from './kindred-process';

const FOLDER = join(__dirname, '..', '..', '..', 'docs', 'guide', 'images');
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
/** So that pages with these pictures open quickly. */
const MOST_BYTES = 150_000;
const NAMES = ['Ada', 'Bea', 'Chiara', 'Dana', 'Elif', 'Fay'];

/** Takes the pictures of `docs/guide`: walks through the workflow on the sample photos, as the guide tells it. */
async function takeScreenshots(): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'kindred-guide-'));
  await mkdir(FOLDER, { recursive: true });
  const kindred = KindredProcess.start(['demo', '--port', '0'], data);
  const browser = await launchBrowser();
  try {
    const url = await kindred.url();
    const page = await browser.newPage({ viewport: WIDE, colorScheme: 'light', reducedMotion: 'reduce' });
    await walk(new DashboardPage(page, url));
    const phone = await browser.newPage({
      viewport: PHONE,
      isMobile: true,
      hasTouch: true,
      reducedMotion: 'reduce',
    });
    await onAPhone(new DashboardPage(phone, url));
  } finally {
    await browser.close();
    kindred.kill('SIGINT');
    await kindred.finished;
    await rm(data, { recursive: true, force: true });
  }
}

async function walk(dashboard: DashboardPage): Promise<void> {
  const { page } = dashboard;
  await dashboard.open('/');
  await countReaches(dashboard, 'Unknown', 21);
  await take(page, 'first-steps');
  await dashboard.open('/unknown');
  await page.getByRole('heading', { name: 'Unknown 1' }).waitFor();
  await take(page, 'unknown');
  for (const name of NAMES) await labelFirst(dashboard, name);
  await page.getByRole('banner').getByRole('button', { name: 'Train' }).click();
  await page.getByText(/^Training is done/).waitFor();
  await dashboard.open('/inferred');
  await dashboard.faces.first().waitFor();
  await take(page, 'inferred');
  await dashboard.open('/review');
  await page.getByRole('button', { name: 'Yes' }).waitFor();
  await take(page, 'review');
  await dashboard.open('/people');
  await page.getByText(NAMES[0]!).first().waitFor();
  await take(page, 'people');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Command or person' }).fill('a');
  await take(page, 'palette');
  await dashboard.open('/exchange');
  await take(page, 'labels-in-and-out');
}

/** Labels the first face that is unknown, and takes a picture of how that is asked the first time. */
async function labelFirst(dashboard: DashboardPage, name: string): Promise<void> {
  const { page } = dashboard;
  const before = await dashboard.count('Labeled');
  await dashboard.faces.first().focus();
  await page.keyboard.press('l');
  await page.getByRole('combobox', { name: 'Name or person' }).fill(name);
  const option = page.getByRole('option', { name: `Add “${name}”`, exact: true });
  await option.waitFor();
  if (name === NAMES[0]) await take(page, 'label');
  await option.click();
  await countReaches(dashboard, 'Labeled', before + 1);
}

async function onAPhone(dashboard: DashboardPage): Promise<void> {
  const { page } = dashboard;
  await dashboard.open('/inferred');
  await dashboard.faces.first().waitFor();
  await take(page, 'phone-inferred');
  await dashboard.open('/review');
  await page.getByRole('button', { name: 'Yes' }).waitFor();
  await take(page, 'phone-review');
}

async function countReaches(dashboard: DashboardPage, tab: Tab, wanted: number): Promise<void> {
  while ((await dashboard.count(tab)) < wanted) await dashboard.page.waitForTimeout(100);
}

/** Waits until pictures are there, and keeps fewer colours where a picture would be too large. */
async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(
    'Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))',
  );
  const whole = await page.screenshot();
  for (const colours of [256, 128, 64, 32]) {
    const small = await sharp(whole).png({ palette: true, colours, effort: 10, dither: 0.6 }).toBuffer();
    if (small.length > MOST_BYTES && colours > 32) continue;
    await writeFile(join(FOLDER, `${name}.png`), small);
    process.stdout.write(`${name}.png: ${small.length} bytes, ${colours} colours\n`);
    return;
  }
}

takeScreenshots().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
