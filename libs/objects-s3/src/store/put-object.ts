import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import type { ObjectHead } from '@kindred/domain';
import type { S3Connection } from '../client/connection';
import { MultipartUpload } from './multipart-upload';
import { partsOf } from './parts-of';
import { PUT_ID } from './put-id';

/** Bodies up to this size are put at once, longer ones in parts of it; S3 allows 5 MiB and more, and 10,000 parts. */
const PART = 8 * 1024 * 1024;

/** Puts an object under the name that it has in the bucket. Reads the stream to its end, or destroys it. */
export async function putObject(
  connection: S3Connection,
  name: string,
  body: Uint8Array | Readable,
): Promise<Omit<ObjectHead, 'key'>> {
  const putId = randomUUID();
  const parts = partsOf(body, PART);
  try {
    const first = (await parts.next()).value as Buffer;
    const second = await parts.next();
    if (second.done) {
      await putAtOnce(connection, name, putId, first);
      return { byteLength: first.length, modifiedAt: await whenPut(connection, name, putId) };
    }
    const byteLength = await putInParts(connection, name, putId, joined([first, second.value], parts));
    return { byteLength, modifiedAt: await whenPut(connection, name, putId) };
  } finally {
    await parts.return(undefined);
  }
}

async function putAtOnce(
  connection: S3Connection,
  name: string,
  putId: string,
  bytes: Buffer,
): Promise<void> {
  const command = new PutObjectCommand({
    Bucket: connection.bucket,
    Key: name,
    Body: bytes,
    ContentLength: bytes.length,
    Metadata: { [PUT_ID]: putId },
  });
  await connection.send((client) => client.send(command));
}

async function putInParts(
  connection: S3Connection,
  name: string,
  putId: string,
  parts: AsyncIterable<Buffer>,
): Promise<number> {
  const upload = await MultipartUpload.begin(connection, name, putId);
  try {
    let byteLength = 0;
    for await (const part of parts) {
      byteLength += part.length;
      await upload.add(part);
    }
    await upload.complete();
    return byteLength;
  } catch (error) {
    await upload.abandon();
    throw error;
  }
}

/**
 * The time that the server gave the object. Somebody may have replaced or deleted it meanwhile, or the server may have
 * gone away after it kept the object: then the time is ours.
 */
async function whenPut(connection: S3Connection, name: string, putId: string): Promise<string> {
  const now = new Date();
  now.setMilliseconds(0);
  const command = new HeadObjectCommand({ Bucket: connection.bucket, Key: name });
  const found = await connection.send((client) => client.send(command)).catch(() => null);
  const isOurs = found?.Metadata?.[PUT_ID] === putId;
  return (isOurs && found.LastModified !== undefined ? found.LastModified : now).toISOString();
}

async function* joined<T>(first: readonly T[], rest: AsyncGenerator<T>): AsyncGenerator<T> {
  yield* first;
  yield* rest;
}
