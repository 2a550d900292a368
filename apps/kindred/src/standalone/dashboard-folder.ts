import { join } from 'node:path';

/** The folder of the built dashboard, beside this app: `apps/dashboard/dist`. */
export function dashboardFolder(): string {
  return join(__dirname, '..', '..', '..', 'dashboard', 'dist');
}
