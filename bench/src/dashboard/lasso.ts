import type { Browser, Page } from 'playwright-core';
import { newWindow } from './browser';

const WANTED = 500;

/**
 * Draws a lasso around at least 500 suggested faces, scrolling on at the edge, and labels them: milliseconds from the
 * last key until the dashboard says that the server did it. The labels are taken back.
 */
export async function labelByLasso(browser: Browser, url: string) {
  const context = await newWindow(browser);
  await context.addInitScript("localStorage.setItem('kindred.face-size', '0.6')");
  const page = await context.newPage();
  await page.goto(new URL('/inferred', url).href);
  await page.evaluate('bench.firstCrops()');
  const faces = await drawLasso(page);
  await page.keyboard.press('l');
  await page.getByRole('combobox').fill('Ben Abara');
  await page.getByRole('option').first().getByText('Ben Abara', { exact: true }).waitFor();
  const begun = performance.now();
  await page.keyboard.press('Enter');
  await page.getByText(/^[\d,]+ faces labeled as Ben Abara/).waitFor();
  const time = performance.now() - begun;
  await page.keyboard.press('Control+z');
  await page.getByText(/^Undone: /).waitFor();
  await context.close();
  return { faces, time };
}

/** Answers how many faces are selected when the mouse is let go. */
async function drawLasso(page: Page): Promise<number> {
  const first = (await page.locator('.face-tile').first().boundingBox())!;
  const { width, height } = page.viewportSize()!;
  await page.mouse.move(first.x + 4, first.y + 4);
  await page.mouse.down();
  await page.mouse.move(width / 2, height / 2, { steps: 4 });
  await page.mouse.move(width - 8, height - 4, { steps: 4 });
  const selected = async () =>
    Number((await page.locator('.selection-bar__count').innerText()).replace(/\D/g, ''));
  while ((await selected()) < WANTED) await page.evaluate('bench.frame()');
  await page.mouse.up();
  return selected();
}
