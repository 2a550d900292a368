import { KindredError } from '@kindred/domain';

/** What is read of an answer that is no success. */
interface Refusal {
  readonly status?: number;
  readonly data?: { readonly status?: { readonly error?: string } };
}

/** Asks Qdrant something; whatever goes wrong is a `KindredError` that names the server and never the key. */
export async function asking<T>(url: string, request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw translated(url, error);
  }
}

export const statusOf = (error: unknown): number | undefined => (error as Refusal | null)?.status;

function translated(url: string, error: unknown): KindredError {
  if (error instanceof KindredError) return error;
  const server = `Qdrant at ${new URL(url).origin}`;
  const { status, data } = error as Refusal;
  const words = data?.status?.error ?? (error instanceof Error ? error.message : String(error));
  if (status === 401 || status === 403) {
    return new KindredError('STORE_UNAVAILABLE', `${server} refuses the key.`, {
      cause: error,
      hint: 'Set the API key that this Qdrant was started with.',
    });
  }
  if (/no space|disk/i.test(words) && status !== undefined && status >= 500) {
    return new KindredError('DISK_FULL', `The disk of ${server} is full.`, {
      cause: error,
      transient: true,
      hint: 'Give it more space; Kindred goes on by itself.',
    });
  }
  if (status !== undefined && status < 500 && status !== 408 && status !== 429)
    return new KindredError('STORE_UNAVAILABLE', `${server} refuses a request: ${words}`, { cause: error });
  return new KindredError('STORE_UNAVAILABLE', `${server} does not answer as it should: ${words}`, {
    cause: error,
    transient: true,
    hint: 'Check that it runs and can be reached; Kindred tries again by itself.',
  });
}
