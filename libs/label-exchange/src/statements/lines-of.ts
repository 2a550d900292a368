/** A line that has more bytes than any statement needs; what is in it was not kept. */
export const TOO_LONG = Symbol('too long');

/** Bytes of the longest line that is read: far more than any statement has, and little enough to hold. */
export const LONGEST_LINE = 2 ** 20;

const NEW_LINE = 0x0a;
const NOTHING = Buffer.alloc(0);

/** The lines of a text, however long it is: one line is in memory at a time, and of a line that is too long nothing. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string | typeof TOO_LONG> {
  let begun: Buffer = NOTHING;
  let tooLong = false;
  for await (const bytes of chunks) {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let start = 0;
    for (let end = chunk.indexOf(NEW_LINE); end >= 0; end = chunk.indexOf(NEW_LINE, start)) {
      const rest = chunk.subarray(start, end);
      yield tooLong || begun.length + rest.length > LONGEST_LINE ? TOO_LONG : textOf(begun, rest);
      [begun, tooLong, start] = [NOTHING, false, end + 1];
    }
    const rest = chunk.subarray(start);
    tooLong ||= begun.length + rest.length > LONGEST_LINE;
    begun = tooLong ? NOTHING : Buffer.concat([begun, rest]);
  }
  if (tooLong) yield TOO_LONG;
  else if (begun.length > 0) yield textOf(begun, NOTHING);
}

function textOf(begun: Buffer, rest: Buffer): string {
  const text = begun.length === 0 ? rest.toString('utf8') : Buffer.concat([begun, rest]).toString('utf8');
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}
