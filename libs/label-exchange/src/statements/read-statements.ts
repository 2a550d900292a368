import { type Failure, KindredError } from '@kindred/domain';
import { z } from 'zod';
import { LONGEST_LINE, TOO_LONG } from './lines-of';
import { FORMAT, FORMAT_VERSION, type Statement, statementOf } from './statement';

/** What one line of a file of statements says, or why it says nothing. */
export type ReadLine =
  | { readonly line: number; readonly statement: Statement }
  | { readonly line: number; readonly failure: Failure };

const header = z.object({ format: z.literal(FORMAT), version: z.int().positive() });

/**
 * Reads statements line by line; a line that is none comes as a failure and the next ones go on. Empty lines are
 * nothing. @throws KindredError `ARGUMENT_INVALID` when the first line does not say that these are statements, or that
 * a newer Kindred wrote them.
 */
export async function* readStatements(
  lines: AsyncIterable<string | typeof TOO_LONG>,
): AsyncGenerator<ReadLine> {
  let line = 0;
  for await (const raw of lines) {
    line += 1;
    if (line === 1) {
      checkHeader(raw === TOO_LONG ? '' : raw);
      continue;
    }
    if (raw === TOO_LONG) yield { line, failure: refused(line, `This has more than ${LONGEST_LINE} bytes.`) };
    else if (raw.trim() !== '') yield { line, ...read(raw, line) };
  }
  if (line === 0) throw foreign();
}

function read(raw: string, line: number): { readonly statement: Statement } | { readonly failure: Failure } {
  const value = parsed(raw);
  const found = value === undefined ? { reason: 'This is no JSON.' } : statementOf(value);
  if ('statement' in found) return found;
  return { failure: refused(line, found.reason) };
}

const refused = (line: number, reason: string): Failure => ({
  code: 'ARGUMENT_INVALID',
  message: `Line ${line}: ${reason}`,
});

function checkHeader(raw: string): void {
  const { data } = header.safeParse(parsed(raw.replace(/^\uFEFF/u, '')));
  if (data === undefined) throw foreign();
  if (data.version <= FORMAT_VERSION) return;
  throw new KindredError('ARGUMENT_INVALID', `This file has version ${data.version} of its format.`, {
    hint: `This Kindred reads versions up to ${FORMAT_VERSION}; update it.`,
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function foreign(): KindredError {
  return new KindredError('ARGUMENT_INVALID', 'This is no file that kindred export wrote.', {
    hint: `Its first line has to say {"format":"${FORMAT}","version":${FORMAT_VERSION}}.`,
  });
}
