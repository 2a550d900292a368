import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import { KindredError } from '@kindred/domain';

/**
 * The built worker. Threads cannot run TypeScript, so when the library itself runs from its sources (in tests) the
 * worker still comes from the build beside them.
 */
export function workerFile(): string {
  const source = `${sep}src${sep}learn${sep}thread`;
  const folder = __dirname.endsWith(source)
    ? `${__dirname.slice(0, -source.length)}${sep}dist${sep}learn${sep}thread`
    : __dirname;
  const file = join(folder, 'worker.js');
  if (existsSync(file)) return file;
  throw new KindredError('INTERNAL', `The worker that learns people, "${file}", is missing.`, {
    hint: 'Build the project first.',
  });
}
