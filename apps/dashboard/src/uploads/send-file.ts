import { ApiError, UNREACHABLE } from '../api/api-error';
import { strings } from '../strings/en';

type Refusal = {
  readonly error?: { readonly code: string; readonly message: string; readonly hint?: string };
};

/**
 * Sends a file to our own origin and answers what came back; `onSent` is told how many of its bytes are sent, which
 * `fetch` does not tell. Throws an `ApiError`.
 */
export function sendFile(
  method: 'PUT' | 'POST',
  path: string,
  file: File,
  onSent: (bytes: number) => void,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    // Never JSON, whatever the file is: its bytes are meant.
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded }) => onSent(loaded);
    request.onerror = () =>
      reject(new ApiError(UNREACHABLE, strings.errors.unreachable, strings.errors.unreachableHint));
    request.onload = () => {
      const answer = request.response as Refusal | null;
      if (request.status < 400 && answer !== null) resolve(answer);
      else if (answer?.error)
        reject(new ApiError(answer.error.code, answer.error.message, answer.error.hint ?? null));
      else reject(new ApiError('UNEXPECTED', strings.errors.badAnswer(request.status)));
    };
    request.send(file);
  });
}
