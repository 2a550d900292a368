import type { Readable } from 'node:stream';
import { DeleteObjectCommand, HeadObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import type { ByteRange, KindredError, ObjectHead, ObjectStore } from '@kindred/domain';
import { S3Connection } from '../client/connection';
import { listInKeyOrder } from '../list/list-in-key-order';
import { folderOf, type S3Options } from '../options';
import { putObject } from './put-object';
import { readObject, streamObject } from './read-object';
import { refuseBadKey } from './refuse-bad-key';

/** Objects in a bucket, until it is closed. */
export interface S3ObjectStore extends ObjectStore {
  /** Lets go of connections; what is still asked for fails. */
  close(): void;
}

/** For so long the bucket is believed to exist after an answer that proves it. */
const BUCKET_BELIEVED = 30_000;

/**
 * Objects in a bucket of any server that speaks S3, looked at once. Several processes may use the same bucket.
 * @throws KindredError `CONFIGURATION_INVALID`, or `STORE_UNAVAILABLE` when the server cannot be reached, refuses the
 * credentials or has no such bucket; only the first of these is `transient`.
 */
export async function openS3ObjectStore(options: S3Options): Promise<S3ObjectStore> {
  const store = new BucketObjectStore(options);
  try {
    await store.proveBucket();
    return store;
  } catch (error) {
    store.close();
    throw error;
  }
}

class BucketObjectStore implements S3ObjectStore {
  private readonly connection: S3Connection;
  private readonly folder: string;
  private bucketProvenAt = -Infinity;

  constructor(options: S3Options) {
    this.connection = new S3Connection(options);
    this.folder = folderOf(options);
  }

  async put(key: string, body: Uint8Array | Readable): Promise<ObjectHead> {
    const { name } = this.named(key);
    return { key, ...(await putObject(this.connection, name, body)) };
  }

  async get(key: string): Promise<Buffer> {
    return readObject(this.connection, this.named(key));
  }

  async stream(key: string, range?: ByteRange): Promise<Readable> {
    return streamObject(this.connection, this.named(key), range);
  }

  async head(key: string): Promise<ObjectHead | null> {
    const { name } = this.named(key);
    const command = new HeadObjectCommand({ Bucket: this.connection.bucket, Key: name });
    try {
      const found = await this.connection.send((client) => client.send(command), key);
      return headOf(key, found.ContentLength, found.LastModified);
    } catch (error) {
      const { code, transient } = error as KindredError;
      if (code === 'OBJECT_NOT_FOUND') {
        await this.believeBucket();
        return null;
      }
      // Answers to HEAD have no words: asking for something else tells what is wrong.
      if (!transient) await this.proveBucket();
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    const command = new DeleteObjectCommand({ Bucket: this.connection.bucket, Key: this.named(key).name });
    await this.connection.send((client) => client.send(command));
  }

  async *list(prefix: string): AsyncGenerator<ObjectHead> {
    for await (const { name, byteLength, modifiedAt } of listInKeyOrder(this.connection, this.folder, prefix))
      yield { key: name.slice(this.folder.length), byteLength, modifiedAt };
  }

  close(): void {
    this.connection.close();
  }

  /** @throws KindredError that says what is wrong with the server, the credentials or the bucket. */
  async proveBucket(): Promise<void> {
    const { bucket } = this.connection;
    const command = new ListObjectsV2Command({ Bucket: bucket, Prefix: this.folder, MaxKeys: 1 });
    await this.connection.send((client) => client.send(command));
    this.bucketProvenAt = performance.now();
  }

  /** "Not found" may mean the bucket, too, which would make all objects appear to be missing. */
  private async believeBucket(): Promise<void> {
    if (performance.now() - this.bucketProvenAt > BUCKET_BELIEVED) await this.proveBucket();
  }

  private named(key: string) {
    refuseBadKey(key);
    return { key, name: this.folder + key };
  }
}

function headOf(key: string, byteLength = 0, modifiedAt = new Date(0)): ObjectHead {
  return { key, byteLength, modifiedAt: modifiedAt.toISOString() };
}
