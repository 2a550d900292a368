import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { GetObjectCommand, type GetObjectCommandOutput } from '@aws-sdk/client-s3';
import { type ByteRange, KindredError } from '@kindred/domain';
import type { S3Connection } from '../client/connection';
import { failureOf } from '../client/failures';

const FIRST_PAUSE = 100;

/** An object's name in the bucket, and the key that messages call it by. */
export interface Named {
  readonly name: string;
  readonly key: string;
}

/** All bytes. An answer that breaks off or arrives damaged is asked for again, as often as the connection allows. */
export async function readObject(connection: S3Connection, named: Named): Promise<Buffer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await ask(connection, named);
    try {
      return await collect(answer);
    } catch (error) {
      const failure = failureOf(error, connection.options);
      if (attempt >= connection.attempts) throw failure;
      await sleep(Math.random() * FIRST_PAUSE * 2 ** attempt);
    }
  }
}

/**
 * The bytes as they arrive; a connection that breaks later fails the stream with `STORE_UNAVAILABLE`.
 * @throws KindredError `OBJECT_NOT_FOUND`, or `ARGUMENT_INVALID` for a range outside the object.
 */
export async function streamObject(
  connection: S3Connection,
  named: Named,
  range?: ByteRange,
): Promise<Readable> {
  if (range !== undefined && !isRange(range)) throw outside(range, named.key);
  const answer = await ask(connection, named, range);
  const body = bodyOf(answer);
  if (range !== undefined && answer.ContentLength !== range.end - range.start + 1) {
    body.destroy();
    throw outside(range, named.key);
  }
  return inOurWords(connection, body);
}

function ask(connection: S3Connection, { name, key }: Named, range?: ByteRange) {
  const Range = range === undefined ? undefined : `bytes=${range.start}-${range.end}`;
  const command = new GetObjectCommand({ Bucket: connection.bucket, Key: name, Range });
  return connection.send(async (client) => {
    try {
      return await client.send(command);
    } catch (error) {
      if (range !== undefined && (error as Error).name === 'InvalidRange') throw outside(range, key);
      throw error;
    }
  }, key);
}

async function collect(answer: GetObjectCommandOutput): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of bodyOf(answer)) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  if (bytes.length === answer.ContentLength) return bytes;
  throw new Error(`${bytes.length} of ${answer.ContentLength} bytes arrived`);
}

/** A stream that tells its reader of failures, also of those from before anybody read. */
function inOurWords(connection: S3Connection, body: Readable): Readable {
  body.on('error', () => undefined);
  const stream = Readable.from(translated(connection, body), { objectMode: false });
  return stream.once('close', () => body.destroy());
}

async function* translated(connection: S3Connection, body: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of body) yield chunk as Buffer;
  } catch (error) {
    throw failureOf(error, connection.options);
  }
}

/** In Node the SDK hands out Node's streams. */
function bodyOf({ Body }: GetObjectCommandOutput): Readable {
  return Body as unknown as Readable;
}

function isRange({ start, end }: ByteRange): boolean {
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && start <= end;
}

function outside({ start, end }: ByteRange, key: string): KindredError {
  return new KindredError('ARGUMENT_INVALID', `Bytes ${start}-${end} are outside of ${key}.`);
}
