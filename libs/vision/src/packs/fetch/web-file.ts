import { createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { KindredError } from '@kindred/domain';

/** @throws KindredError `PACK_DOWNLOAD_FAILED`. */
export async function downloadFile(
  url: string,
  path: string,
  onChunk?: (received: number) => void,
): Promise<void> {
  let received = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length;
      onChunk?.(received);
      done(null, chunk);
    },
  });
  try {
    const response = await fetch(url);
    if (!response.ok || !response.body) throw new Error(`the server answered ${response.status}`);
    await pipeline(Readable.fromWeb(response.body as ReadableStream), counter, createWriteStream(path));
  } catch (error) {
    const { message, cause } = error as Error;
    const reason = cause instanceof Error ? cause.message : message;
    throw new KindredError('PACK_DOWNLOAD_FAILED', `${url} cannot be downloaded: ${reason}`, {
      cause: error,
      hint: 'Check the network, or download the file by other means and pull the pack from its folder.',
      transient: true,
    });
  }
}
