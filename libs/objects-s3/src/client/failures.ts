import { KindredError, type KindredErrorDetails } from '@kindred/domain';
import { placeOf, type S3Options } from '../options';

/** What the SDK and Node throw, as far as anybody looks at it. */
interface Foreign {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
}

const REFUSED = new Set(['AccessDenied', 'Forbidden', 'AllAccessDisabled', 'AccountProblem']);
const WRONG_KEY = new Set(['InvalidAccessKeyId', 'SignatureDoesNotMatch', 'InvalidToken', 'ExpiredToken']);
const WRONG_REGION = new Set([
  'AuthorizationHeaderMalformed',
  'PermanentRedirect',
  'IllegalLocationConstraintException',
]);
const FULL = new Set([
  'InsufficientStorage',
  'QuotaExceeded',
  'XMinioStorageFull',
  'XMinioAdminBucketQuotaExceeded',
]);
const PASSING = new Set([
  'SlowDown',
  'Throttling',
  'ThrottlingException',
  'RequestTimeout',
  'OperationAborted',
]);

/**
 * Anything that an exchange with the server threw, as a `KindredError` that says where and what to do. Foreign errors
 * are not kept as causes: theirs carry requests with their signatures.
 */
export function failureOf(error: unknown, options: S3Options, key?: string): KindredError {
  if (error instanceof KindredError) return error;
  const foreign = (error ?? {}) as Foreign;
  const status = foreign.$metadata?.httpStatusCode;
  const name = foreign.name ?? '';
  const place = placeOf(options);
  const failure = (message: string, details: KindredErrorDetails = {}) =>
    new KindredError('STORE_UNAVAILABLE', message, { cause: causeOf(foreign), ...details });

  if (name === 'NoSuchBucket') {
    return failure(`The object store at ${place} has no bucket ${options.bucket}.`, {
      hint: 'Create the bucket, or correct its name.',
    });
  }
  if (key !== undefined && isAbsence(error)) return notFound(key, causeOf(foreign));
  if (name === 'CredentialsProviderError') {
    return failure(`There are no credentials for the object store at ${place}.`, {
      hint: 'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or give this machine a role.',
    });
  }
  if (name === 'RequestTimeTooSkewed') {
    return failure(`The clock of this computer differs too much from that of the object store at ${place}.`, {
      hint: 'Let both computers take their time from the network.',
    });
  }
  if (WRONG_KEY.has(name)) {
    return failure(`The object store at ${place} does not accept the access key (${name}).`, {
      hint: 'Correct the access key and its secret.',
    });
  }
  if (REFUSED.has(name) || status === 401 || status === 403) {
    return failure(`The object store at ${place} refuses access to the bucket ${options.bucket}.`, {
      hint: 'Correct the access key, or allow it to read, write, list and delete in this bucket.',
    });
  }
  if (WRONG_REGION.has(name) || status === 301) {
    return failure(`The bucket ${options.bucket} is not in the region that was asked at ${place}.`, {
      hint: 'Correct the region, or the endpoint.',
    });
  }
  if (/region is missing/i.test(foreign.message ?? '')) {
    return new KindredError('CONFIGURATION_INVALID', 'The object store has no region.', {
      hint: 'Set the region, or AWS_REGION.',
    });
  }
  if (status === 507 || FULL.has(name)) {
    return new KindredError('DISK_FULL', `The object store at ${place} is full.`, {
      cause: causeOf(foreign),
      transient: true,
      hint: 'Give it more space; Kindred goes on by itself.',
    });
  }
  if (status === undefined) {
    return failure(`The object store at ${place} does not answer (${foreign.code ?? reasonOf(foreign)}).`, {
      transient: true,
      hint: 'Check that it runs and can be reached from here; Kindred goes on by itself.',
    });
  }
  return failure(`The object store at ${place} answered ${status}${name === '' ? '' : ` (${name})`}.`, {
    transient: status >= 500 || status === 429 || status === 408 || PASSING.has(name),
    hint: "Look into the server's log; its request has the id that the cause of this error names.",
  });
}

/** Whether the server says that there is no such object; that the bucket is missing is something else. */
function isAbsence(error: unknown): boolean {
  const { name, $metadata } = (error ?? {}) as Foreign;
  if (name === 'NoSuchBucket' || name === 'NoSuchUpload') return false;
  return name === 'NoSuchKey' || name === 'NotFound' || $metadata?.httpStatusCode === 404;
}

function notFound(key: string, cause?: unknown): KindredError {
  return new KindredError('OBJECT_NOT_FOUND', `There is no object ${key}.`, { cause });
}

function causeOf({ name, $metadata, code, message }: Foreign): Error {
  const answered = $metadata?.httpStatusCode;
  if (answered === undefined) return new Error(code ?? reasonOf({ name, message }));
  return new Error(`${name ?? 'Error'}: HTTP ${answered}, request ${$metadata?.requestId ?? 'without id'}`);
}

/** The words of failures that no server spoke: the SDK's own. */
function reasonOf({ name, message }: Foreign): string {
  if (name === 'TimeoutError') return 'it kept silent for too long';
  return (message ?? name ?? 'unknown').split('\n')[0]!.replace(/\.$/, '');
}
