import type { Readable } from 'node:stream';

/**
 * The bytes of a body in parts of exactly `size`, but for the last; an empty body has one empty part. At most one part
 * is held at a time. What a stream throws is thrown as it is.
 */
export async function* partsOf(body: Uint8Array | Readable, size: number): AsyncGenerator<Buffer> {
  if (body instanceof Uint8Array) {
    const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    for (let start = 0; start === 0 || start < bytes.length; start += size)
      yield bytes.subarray(start, start + size);
    return;
  }
  let chunks: Buffer[] = [];
  let length = 0;
  let isFirst = true;
  for await (const chunk of body) {
    let rest: Buffer = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    while (length + rest.length >= size) {
      const end = size - length;
      yield Buffer.concat([...chunks, rest.subarray(0, end)], size);
      isFirst = false;
      rest = rest.subarray(end);
      chunks = [];
      length = 0;
    }
    if (rest.length > 0) chunks.push(rest);
    length += rest.length;
  }
  if (length > 0 || isFirst) yield Buffer.concat(chunks, length);
}
