import { isObjectKey, KindredError } from '@kindred/domain';
import type { S3Connection } from '../client/connection';
import { placeOf } from '../options';
import { inKeyOrder } from './in-key-order';
import { listAsServed } from './list-as-served';
import type { Listed } from './listed';

/** Objects below `folder` whose key there starts with `prefix`, in key order, by their names in the bucket. */
export async function* listInKeyOrder(
  connection: S3Connection,
  folder: string,
  prefix: string,
): AsyncGenerator<Listed> {
  if (!beginsSomeKey(prefix)) return;
  const objectsAsServed = async function* (start: string) {
    // Some servers list folders as objects whose name ends in the separator.
    for await (const listed of listAsServed(connection, start))
      if (isObjectKey(listed.name.slice(folder.length))) yield listed;
  };
  try {
    yield* inKeyOrder(objectsAsServed, folder + prefix);
  } catch (error) {
    if (error instanceof KindredError) throw error;
    const { message } = error as Error;
    throw new KindredError(
      'STORE_UNAVAILABLE',
      `${placeOf(connection.options)} cannot be used: ${message}.`,
      {
        hint: 'Use a bucket of another kind, or another server.',
      },
    );
  }
}

function beginsSomeKey(prefix: string): boolean {
  return prefix === '' || isObjectKey(prefix) || isObjectKey(`${prefix}a`);
}
