import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

export const MIB = 1024 * 1024;

/** Bytes that depend on the seed alone, and in which no part repeats soon. */
export function bytesOf(length: number, seed = 1): Buffer {
  return createHash('shake256', { outputLength: length }).update(`${seed}`).digest();
}

/** The bytes as a stream in chunks of a size that divides nothing evenly. */
export function inChunks(bytes: Buffer, size = 77_777): Readable {
  return Readable.from(
    (function* () {
      for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
    })(),
    { objectMode: false },
  );
}
