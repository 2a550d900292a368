/** Every way Kindred can fail, as a stable code that scripts, the API and the dashboard can rely on. */
export type ErrorCode =
  // photos
  | 'FILE_EMPTY'
  | 'FILE_NOT_AN_IMAGE'
  | 'FILE_UNREADABLE'
  | 'FILE_VANISHED'
  | 'FILE_TOO_LARGE'
  | 'FILE_CHANGED'
  | 'FOLDER_UNREADABLE'
  | 'IMAGE_CORRUPT'
  | 'IMAGE_TOO_LARGE'
  | 'IMAGE_UNSUPPORTED'
  | 'DETECTION_GAVE_UP'
  // storage and transport
  | 'DISK_FULL'
  | 'STORE_UNAVAILABLE'
  | 'OBJECT_NOT_FOUND'
  | 'BUS_UNAVAILABLE'
  | 'BUS_CONFIGURATION_CONFLICT'
  | 'MESSAGE_INVALID'
  // model packs
  | 'PACK_UNKNOWN'
  | 'PACK_NOT_INSTALLED'
  | 'PACK_CHECKSUM_MISMATCH'
  | 'PACK_DOWNLOAD_FAILED'
  | 'PACK_INVALID'
  | 'EXECUTION_PROVIDER_UNAVAILABLE'
  | 'VECTOR_INVALID'
  // requests
  | 'NOT_FOUND'
  | 'NAME_INVALID'
  | 'NAME_TAKEN'
  | 'ARGUMENT_INVALID'
  | 'CONFLICT'
  | 'FACE_EXISTS'
  | 'CANCELLED'
  | 'LEASE_LOST'
  | 'UNAUTHENTICATED'
  // running Kindred
  | 'CONFIGURATION_INVALID'
  | 'PREFERENCE_FIXED'
  | 'DATA_FOLDER_IN_USE'
  | 'TOOL_UNAVAILABLE'
  | 'INTERNAL';

/** Extra facts about a failure. */
export interface KindredErrorDetails {
  /** What the person can do about it, as one imperative sentence. */
  readonly hint?: string;
  /** The id of what stands in the way, for programs that show it. */
  readonly about?: string;
  /** How many there are now, where a number was expected that is not true any more. */
  readonly count?: number;
  /** The foreign error that an adapter translated. */
  readonly cause?: unknown;
  /** True when trying the same thing again later may succeed without anything else changing. */
  readonly transient?: boolean;
}

/**
 * The one error class that crosses a boundary: a stable `code` for programs, a `message` that a person
 * understands and that names what was wrong, and a `hint` at what to do about it.
 */
export class KindredError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly about: string | undefined;
  readonly count: number | undefined;
  readonly transient: boolean;

  constructor(code: ErrorCode, message: string, details: KindredErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'KindredError';
    this.code = code;
    this.hint = details.hint;
    this.about = details.about;
    this.count = details.count;
    this.transient = details.transient ?? false;
  }
}

/** The part of an error that is stored with a photo or file and shown to people. */
export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint?: string;
}

const DISK_FULL_ERRNOS = new Set(['ENOSPC', 'EDQUOT']);

/**
 * Any thrown value as a `KindredError`: one that already is stays itself, a full disk becomes `DISK_FULL`,
 * everything else takes `fallback` as its code and keeps its own words and cause.
 */
export function toKindredError(error: unknown, fallback: ErrorCode = 'INTERNAL'): KindredError {
  if (error instanceof KindredError) return error;
  const errno = (error as NodeJS.ErrnoException | null)?.code;
  if (typeof errno === 'string' && DISK_FULL_ERRNOS.has(errno)) {
    return new KindredError('DISK_FULL', 'The disk is full.', {
      cause: error,
      transient: true,
      hint: 'Free some space; Kindred goes on by itself.',
    });
  }
  const message = error instanceof Error ? error.message : String(error);
  return new KindredError(fallback, message, { cause: error });
}

/** The storable part of any thrown value. */
export function toFailure(error: unknown, fallback: ErrorCode = 'INTERNAL'): Failure {
  const { code, message, hint } = toKindredError(error, fallback);
  return hint === undefined ? { code, message } : { code, message, hint };
}
