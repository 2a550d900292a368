import { isObjectKey, KindredError } from '@kindred/domain';

/** @throws KindredError `ARGUMENT_INVALID`. */
export function refuseBadKey(key: string): void {
  if (isObjectKey(key)) return;
  throw new KindredError('ARGUMENT_INVALID', `${JSON.stringify(key)} cannot be an object key.`, {
    hint: 'Use segments of A-Z, a-z, 0-9, ".", "_" and "-", separated by "/".',
  });
}
