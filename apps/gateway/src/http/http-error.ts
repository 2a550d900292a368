import type { ErrorCode, KindredError } from '@kindred/domain';

const STATUS: Partial<Record<ErrorCode, number>> = {
  NOT_FOUND: 404,
  OBJECT_NOT_FOUND: 404,
  FILE_VANISHED: 404,
  ARGUMENT_INVALID: 400,
  NAME_INVALID: 400,
  FILE_EMPTY: 422,
  FOLDER_UNREADABLE: 422,
  FILE_NOT_AN_IMAGE: 422,
  IMAGE_CORRUPT: 422,
  IMAGE_UNSUPPORTED: 422,
  IMAGE_TOO_LARGE: 413,
  FILE_TOO_LARGE: 413,
  NAME_TAKEN: 409,
  CONFLICT: 409,
  FACE_EXISTS: 409,
  PREFERENCE_FIXED: 409,
  FILE_CHANGED: 409,
  UNAUTHENTICATED: 401,
  DISK_FULL: 507,
  STORE_UNAVAILABLE: 503,
  BUS_UNAVAILABLE: 503,
};

/** The HTTP status of an error. */
export const statusOf = ({ code }: Pick<KindredError, 'code'>): number => STATUS[code] ?? 500;

/** The body of every HTTP error that is not GraphQL's. */
export function errorBody({ code, message, hint }: Pick<KindredError, 'code' | 'message' | 'hint'>) {
  return {
    error:
      code === 'INTERNAL'
        ? { code, message: 'Something went wrong; the log says more.' }
        : { code, message, hint },
  };
}
