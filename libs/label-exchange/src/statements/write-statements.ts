import { FORMAT, FORMAT_VERSION, type Statement } from './statement';

/** Statements that become one piece of text: fewer and larger writes. */
const LINES_A_PIECE = 500;

/** A file of statements as JSON Lines, piece by piece; the first line says what it is. */
export async function* writeStatements(
  statements: AsyncIterable<Statement>,
  { exportedAt, program }: { readonly exportedAt: string; readonly program: string },
): AsyncGenerator<string> {
  let lines = [JSON.stringify({ format: FORMAT, version: FORMAT_VERSION, program, exportedAt })];
  for await (const statement of statements) {
    lines.push(JSON.stringify(statement));
    if (lines.length < LINES_A_PIECE) continue;
    yield `${lines.join('\n')}\n`;
    lines = [];
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`;
}
