import { ApiError, UNREACHABLE } from '../api/api-error';
import { strings } from '../strings/en';
import { sendFile } from './send-file';
import { type SendPhoto } from './upload-queue';

/** Sends a photo to `PUT /upload/NAME` of our own origin. */
export const sendPhoto: SendPhoto = async (file, onSent) => {
  const path = `/upload/${encodeURIComponent(file.name)}`;
  const answer = await sendFile('PUT', path, file, onSent);
  if (typeof answer === 'object' && answer !== null && 'added' in answer)
    return { added: answer.added === true };
  throw new ApiError(UNREACHABLE, strings.errors.unreachable, strings.errors.unreachableHint);
};
