import { findBrowser } from '@kindred/testing';

/**
 * `describe` for what needs a browser: without one it is reported as skipped, with the reason, except in continuous
 * integration, where it fails.
 */
export const describeInBrowser: (name: string, body: () => void) => void = (name, body) => {
  if (findBrowser() !== null || process.env['CI']) return describe(name, body);
  const reason = 'no Chromium, Chrome or Edge is installed (set CHROMIUM to where one is)';
  console.warn(`Skipped: ${name}: ${reason}`);
  return describe.skip(`${name} (${reason})`, body);
};
