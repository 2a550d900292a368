import { join } from 'node:path';
import { isObjectKey, KindredError } from '@kindred/domain';

/**
 * Where an object lies below `root`. A valid key has neither empty nor dot segments, so the path cannot leave it.
 * @throws KindredError `ARGUMENT_INVALID`.
 */
export function objectPath(root: string, key: string): string {
  if (!isObjectKey(key)) {
    throw new KindredError('ARGUMENT_INVALID', `${JSON.stringify(key)} cannot be an object key.`, {
      hint: 'Use segments of A-Z, a-z, 0-9, ".", "_" and "-", separated by "/".',
    });
  }
  return join(root, ...key.split('/'));
}
