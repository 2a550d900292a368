import type { Readable } from 'node:stream';

export interface ObjectHead {
  readonly key: string;
  readonly byteLength: number;
  readonly modifiedAt: string;
}

/** Bytes [start, end], both inclusive. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

const KEY = /^(?!\.{1,2}(\/|$))[A-Za-z0-9._-]{1,200}(\/(?!\.{1,2}(\/|$))[A-Za-z0-9._-]{1,200})*$/;
const LONGEST_KEY = 512;

/** Whether objects may have this key: the one rule for every adapter, tight enough for files and for S3. */
export const isObjectKey = (key: string): boolean => key.length <= LONGEST_KEY && KEY.test(key);

/**
 * Named immutable byte sequences. Keys are `/`-separated segments of `[A-Za-z0-9._-]`, never `.` or `..`, each at
 * most 200 and together at most 512 characters (`isObjectKey`); others are refused with `ARGUMENT_INVALID`. No key
 * may be the folder of another (`a` beside `a/b`): which of the two a store then keeps is not promised. A put is
 * atomic: readers see the old bytes, the new bytes or nothing, and a crash leaves no partial object.
 *
 * A store behind a network (`objects-s3`) keeps all of this but for one thing that no client can know: whether a server
 * that did not answer has done what it was asked. After a put or delete that fails with a `transient` error the key has
 * what it had or what was asked for, whole in either case, and doing it again settles it.
 */
export interface ObjectStore {
  /**
   * Durable when it resolves; describes what this call put, whatever others do with the key meanwhile. When it fails
   * the key has what it had (but see above for networks); what the body itself throws is thrown as it is.
   * @throws KindredError `DISK_FULL` or `STORE_UNAVAILABLE`.
   */
  put(key: string, body: Uint8Array | Readable): Promise<ObjectHead>;
  /** @throws KindredError `OBJECT_NOT_FOUND`. */
  get(key: string): Promise<Buffer>;
  /** @throws KindredError `OBJECT_NOT_FOUND`, or `ARGUMENT_INVALID` for a range outside the object. */
  stream(key: string, range?: ByteRange): Promise<Readable>;
  /** Null when there is no such object. */
  head(key: string): Promise<ObjectHead | null>;
  /** Deleting what is not there is not an error. */
  delete(key: string): Promise<void>;
  /**
   * Every object whose key starts with `prefix`, in key order; one that is there all the time appears exactly once.
   * A prefix may be anything, also what is no key.
   */
  list(prefix: string): AsyncIterable<ObjectHead>;
}
