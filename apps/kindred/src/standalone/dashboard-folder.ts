import { dirname, join } from 'node:path';

/** The folder of the built dashboard. */
export function dashboardFolder(): string {
  return join(dirname(require.resolve('@kindred/dashboard/package.json')), 'dist');
}
