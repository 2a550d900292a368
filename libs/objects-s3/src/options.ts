import { isObjectKey, KindredError } from '@kindred/domain';

export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** How long a server may keep silent, and how often it is asked. */
export interface Patience {
  /** To be connected, in milliseconds. Default: 5,000. */
  readonly connecting?: number;
  /** In which no byte moves in either direction, in milliseconds. Default: 30,000. */
  readonly silence?: number;
  /** How often a request is made that fails for a passing reason, with growing random pauses. Default: 4. */
  readonly attempts?: number;
}

export interface S3Options {
  /** Of any server that speaks S3, such as `http://127.0.0.1:8333`. Default: AWS in `region`. */
  readonly endpoint?: string;
  /** Default: what the environment or the AWS profile says; with an endpoint, `us-east-1`, as most servers expect. */
  readonly region?: string;
  /** Must exist. */
  readonly bucket: string;
  /** A key that goes before every key, so that several libraries may share a bucket. Default: none. */
  readonly prefix?: string;
  /** `endpoint/bucket/key` instead of `bucket.endpoint/key`. Default: true with an endpoint. */
  readonly pathStyle?: boolean;
  /** Default: what the AWS SDK finds in the environment, a profile, or the role of the machine or pod. */
  readonly credentials?: S3Credentials;
  /** CRC-32 of every object, checked by the server on writing and here on reading. Default: true. */
  readonly checksums?: boolean;
  readonly patience?: Patience;
}

/** S3 allows 1,024 bytes; this leaves room for the longest key. */
const LONGEST_PREFIX = 500;

/** What goes before every key: the prefix as a folder, or nothing. */
export function folderOf({ prefix = '' }: Pick<S3Options, 'prefix'>): string {
  return prefix === '' ? '' : `${prefix.replace(/\/$/, '')}/`;
}

/** For people: where the objects are, without anything secret. */
export function placeOf({ endpoint, region }: Pick<S3Options, 'endpoint' | 'region'>): string {
  if (endpoint !== undefined) return new URL(endpoint).origin;
  return region === undefined ? 'AWS S3' : `AWS S3 in ${region}`;
}

/** @throws KindredError `CONFIGURATION_INVALID`; no message repeats what may be secret. */
export function refuseBadOptions(options: S3Options): void {
  const folder = folderOf(options);
  if (folder !== '' && (folder.length > LONGEST_PREFIX || !isObjectKey(folder.slice(0, -1)))) {
    throw invalid(
      `${JSON.stringify(options.prefix)} cannot be the prefix of object keys.`,
      'Use segments of A-Z, a-z, 0-9, ".", "_" and "-", separated by "/".',
    );
  }
  if (options.bucket === '') throw invalid('The bucket has no name.', 'Name an existing bucket.');
  if (options.endpoint === undefined) return;
  const url = URL.canParse(options.endpoint) ? new URL(options.endpoint) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw invalid(
      'The endpoint of the object store is no URL.',
      'Give it as http://HOST:PORT or https://HOST.',
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw invalid(
      'The endpoint of the object store contains credentials.',
      'Give the access key apart from the URL, which appears in messages.',
    );
  }
}

function invalid(message: string, hint: string): KindredError {
  return new KindredError('CONFIGURATION_INVALID', message, { hint });
}
