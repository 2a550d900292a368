import { type ApiError, toApiError } from '../api/api-error';
import { sendFile } from '../uploads/send-file';

/** A file of labels on its way; when it has come, a job takes it in. */
export type StatementUpload =
  | { readonly kind: 'none' }
  | { readonly kind: 'sending'; readonly name: string; readonly percent: number }
  | { readonly kind: 'failed'; readonly name: string; readonly error: ApiError };

const LONGEST_NAME = 200;

/** Sends a file of labels; answers the id of the job that takes it in, or null after saying why there is none. */
export async function sendStatements(
  file: File,
  tell: (upload: StatementUpload) => void,
  send = sendFile,
): Promise<string | null> {
  const name = file.name.slice(0, LONGEST_NAME);
  tell({ kind: 'sending', name, percent: 0 });
  try {
    const answer = await send('POST', `/labels/import?name=${encodeURIComponent(name)}`, file, (bytes) =>
      tell({
        kind: 'sending',
        name,
        percent: file.size === 0 ? 100 : Math.min(100, Math.floor((bytes / file.size) * 100)),
      }),
    );
    tell({ kind: 'none' });
    return (answer as { job: string }).job;
  } catch (thrown) {
    tell({ kind: 'failed', name, error: toApiError(thrown) });
    return null;
  }
}
