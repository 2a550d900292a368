import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ObjectStore } from '@kindred/domain';

/** Bytes that depend on the seed and on nothing else, and in which no part repeats soon. */
export function someBytes(length: number, seed = 1): Buffer {
  return createHash('shake256', { outputLength: length }).update(`${seed}`).digest();
}

/** Hands out these parts, then fails. */
export function failingAfter(parts: readonly Uint8Array[], failure: Error): Readable {
  return Readable.from(
    (async function* () {
      yield* parts;
      throw failure;
    })(),
    { objectMode: false },
  );
}

export async function collected(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export async function keysOf(objects: ObjectStore, prefix = ''): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of objects.list(prefix)) keys.push(key);
  return keys;
}
