import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A server that answers, for as long as a suite of tests needs it. */
export interface RunningServer<Address> {
  readonly address: Address;
  /** Ends it as a crash would. Absent where the server is not ours. */
  readonly kill?: () => Promise<void>;
  /** Starts it again after `kill`, at the same address and with what it had stored. */
  readonly restart?: () => Promise<void>;
  /** Ends it and removes what it stored; does nothing to a server that is not ours. */
  readonly stop: () => Promise<void>;
}

/** A server that tests could use, or why there is none. */
export type SoughtServer<Address> =
  { readonly start: () => Promise<RunningServer<Address>> } | { readonly missing: string };

/**
 * The first of several ways to a server that this computer offers; otherwise everything that was missing. It is looked
 * for while tests are declared, hence at once and without starting anything.
 */
export function seekServer<Address>(...ways: readonly SoughtServer<Address>[]): SoughtServer<Address> {
  const reasons: string[] = [];
  for (const way of ways) {
    if ('start' in way) return way;
    reasons.push(way.missing);
  }
  return { missing: reasons.join('; ') };
}

/** A server that runs already, at the address that a variable of the environment gives. */
export function givenServer<Address>(
  variable: string,
  addressOf: (value: string) => Address,
): SoughtServer<Address> {
  const value = process.env[variable];
  if (!value) return { missing: `${variable} is not set` };
  return { start: () => Promise.resolve({ address: addressOf(value), stop: () => Promise.resolve() }) };
}

/** A server whose program a variable of the environment or `PATH` leads to. A variable that leads to none is an error. */
export function serverProgram<Address>(
  { variable, program }: { readonly variable: string; readonly program: string },
  start: (path: string) => Promise<RunningServer<Address>>,
): SoughtServer<Address> {
  const named = process.env[variable];
  if (named) {
    if (!isExecutable(named)) throw new Error(`${variable} is ${named}, which cannot be run.`);
    return { start: () => start(named) };
  }
  const found = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, program))
    .find(isExecutable);
  if (found !== undefined) return { start: () => start(found) };
  return { missing: `${variable} is not set and PATH has no ${program}` };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
