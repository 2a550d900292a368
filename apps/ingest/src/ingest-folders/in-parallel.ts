/** Runs `work` on every item with at most `limit` at once; the first error stops the taking of new items and is thrown. */
export async function inParallel<T>(
  items: AsyncIterable<T>,
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const iterator = items[Symbol.asyncIterator]();
  let stopped = false;
  let turn: Promise<unknown> = Promise.resolve();
  const next = () => {
    const result = turn.then(() => (stopped ? { done: true as const, value: undefined } : iterator.next()));
    turn = result.catch(() => undefined);
    return result;
  };
  const worker = async () => {
    for (let item = await next(); !item.done; item = await next()) {
      try {
        await work(item.value as T);
      } catch (error) {
        stopped = true;
        throw error;
      }
    }
  };
  const results = await Promise.allSettled(Array.from({ length: limit }, worker));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
