import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Tells this run of the program from an earlier one that happened to have the same process id. */
const RUN = randomUUID().slice(0, 8);
const ABANDONED_AFTER = 24 * 60 * 60 * 1000;
const NAME = /^(\d+)-([0-9a-f]{8})-/;

/** The folder where bytes wait until they are complete and may take their place under an object's name. */
export class Aside {
  private constructor(private readonly folder: string) {}

  /** Opens the folder and removes what crashed writers left in it; what a running process still writes stays. */
  static async open(folder: string): Promise<Aside> {
    await mkdir(folder, { recursive: true });
    for (const name of await readdir(folder)) {
      if (await isAbandoned(folder, name)) await rm(join(folder, name), { force: true, recursive: true });
    }
    return new Aside(folder);
  }

  newPath(): string {
    return join(this.folder, `${process.pid}-${RUN}-${randomUUID()}`);
  }
}

async function isAbandoned(folder: string, name: string): Promise<boolean> {
  const [, pid, run] = NAME.exec(name) ?? [];
  if (pid === undefined) return true;
  if (Number(pid) === process.pid) return run !== RUN;
  if (!isRunning(Number(pid))) return true;
  // The process id may have gone to another program since.
  const found = await stat(join(folder, name)).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > ABANDONED_AFTER;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
