import { ApiError, UNREACHABLE } from '../api/api-error';
import { strings } from '../strings/en';
import { type Picture, type Pictures } from './face-search';

/** Asks `POST /search/face` of our own origin. */
export const httpPictures: Pictures = {
  async look(file) {
    const response = await fetch('/search/face', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    }).catch(() => {
      throw new ApiError(UNREACHABLE, strings.errors.unreachable, strings.errors.unreachableHint);
    });
    const answer = (await response.json().catch(() => null)) as
      (Picture & { error?: undefined }) | { error: { code: string; message: string; hint?: string } } | null;
    if (!answer) throw new ApiError('UNEXPECTED', strings.errors.badAnswer(response.status));
    if (answer.error) throw new ApiError(answer.error.code, answer.error.message, answer.error.hint ?? null);
    return answer;
  },
  urlOf: (file) => URL.createObjectURL(file),
  release: (url) => URL.revokeObjectURL(url),
};
