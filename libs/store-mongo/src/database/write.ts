import type { AnyBulkWriteOperation, Db } from 'mongodb';

/** Anything that is stored, by an id that is its own. */
export interface Stored {
  readonly _id: number | string;
}

/**
 * What becomes of one document, whatever it was before: writes may be repeated, and end alike as long as nothing else is
 * written in between.
 */
export type Write =
  | { readonly in: string; readonly put: Stored }
  | { readonly in: string; readonly set: number | string; readonly to: Readonly<Record<string, unknown>> }
  | { readonly in: string; readonly drop: number | string };

/** So many writes are sent at once: FerretDB needs much longer for each of very many. */
const BATCH = 20;

/** Makes writes, in order for each collection. @param before asked before each batch, so that it can refuse. */
export async function apply(database: Db, writes: readonly Write[], before: () => void): Promise<void> {
  const byCollection = new Map<string, AnyBulkWriteOperation<Stored>[]>();
  for (const write of writes) {
    const operations = byCollection.get(write.in) ?? [];
    byCollection.set(write.in, operations);
    operations.push(operationOf(write));
  }
  for (const [name, operations] of byCollection) {
    for (let start = 0; start < operations.length; start += BATCH) {
      before();
      const batch = operations.slice(start, start + BATCH);
      await database.collection<Stored>(name).bulkWrite(batch, { ordered: true });
    }
  }
}

/** Found by nothing but its id, which every server has an index of. */
function operationOf(write: Write): AnyBulkWriteOperation<Stored> {
  if ('put' in write)
    return { replaceOne: { filter: { _id: write.put._id }, replacement: write.put, upsert: true } };
  if ('set' in write) return { updateOne: { filter: { _id: write.set }, update: { $set: write.to } } };
  return { deleteOne: { filter: { _id: write.drop } } };
}
