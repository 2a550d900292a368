/** Why the gateway refused or could not be reached: a stable code, a sentence for people, and what to do about it. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly hint: string | null = null,
    /** The id of what stands in the way. */
    readonly about: string | null = null,
    /** How many there are, when another number was expected. */
    readonly count: number | null = null,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** The gateway wants to know who asks: the sign-in screen is the answer. */
export const UNAUTHENTICATED = 'UNAUTHENTICATED';
/** No answer came: the computer or Kindred is off, or the network between them. */
export const UNREACHABLE = 'UNREACHABLE';

/** Something else was expected than what is there. */
export const CONFLICT = 'CONFLICT';

/** Any thrown value as an `ApiError`. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  return new ApiError('UNEXPECTED', thrown instanceof Error ? thrown.message : String(thrown));
}
