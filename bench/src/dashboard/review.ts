import type { Browser } from 'playwright-core';
import { newWindow } from './browser';

const ANSWERS = 40;

/**
 * Answers suggestions one after the other, each as soon as its face is drawn: milliseconds from the key until the next
 * face is there, in order of size. What was said is taken back.
 */
export async function review(browser: Browser, url: string): Promise<number[]> {
  const context = await newWindow(browser);
  const page = await context.newPage();
  await page.goto(new URL('/review', url).href);
  await page.evaluate("bench.asked('')");
  const times: number[] = [];
  for (let answer = 0; answer < ANSWERS; answer += 1) {
    const before = await page.locator('.review-face').getAttribute('data-face');
    const begun = performance.now();
    await page.keyboard.press('y');
    await page.evaluate(`bench.asked('${before}')`);
    times.push(performance.now() - begun);
  }
  for (let answer = 0; answer < ANSWERS; answer += 1) {
    const before = await page.locator('.review-face').getAttribute('data-face');
    await page.keyboard.press('u');
    await page.evaluate(`bench.asked('${before}')`);
  }
  await context.close();
  return times.sort((one, other) => one - other);
}
