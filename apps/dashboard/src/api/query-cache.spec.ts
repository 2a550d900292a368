import { StatsDocument } from '../graphql/generated/graphql';
import { ApiError, UNREACHABLE } from './api-error';
import { QueryCache } from './query-cache';

/** A gateway whose answers come when the test says so. */
function heldApi() {
  const answers: { resolve: (value: unknown) => void; reject: (error: Error) => void }[] = [];
  const request = () => new Promise((resolve, reject) => answers.push({ resolve, reject }));
  const cache = new QueryCache({ request: request as never });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { answers, cache, settled };
}

const nothing = () => undefined;

describe('answers of the gateway', () => {
  it('are asked for once by all who want the same in the same moment', async () => {
    const { answers, cache, settled } = heldApi();
    cache.watch(StatsDocument, {}, nothing);
    cache.watch(StatsDocument, {}, nothing);
    answers[0]!.resolve({ stats: 'new' });
    await settled();
    expect(answers).toHaveLength(1);
    expect(cache.read(StatsDocument, {}).data).toEqual({ stats: 'new' });
  });

  it('are asked for once more when something changed while they were on their way', async () => {
    const { answers, cache, settled } = heldApi();
    cache.watch(StatsDocument, {}, nothing);
    cache.invalidate(StatsDocument);
    cache.invalidate(StatsDocument);
    answers[0]!.resolve({ stats: 'old' });
    await settled();
    expect(answers).toHaveLength(2);
    answers[1]!.resolve({ stats: 'new' });
    await settled();
    expect(cache.read(StatsDocument, {}).data).toEqual({ stats: 'new' });
  });

  it('say why they did not come, until another try succeeds', async () => {
    const { answers, cache, settled } = heldApi();
    cache.watch(StatsDocument, {}, nothing);
    answers[0]!.reject(new ApiError(UNREACHABLE, 'Kindred does not answer.'));
    await settled();
    expect(cache.read(StatsDocument, {})).toMatchObject({
      data: null,
      error: { code: UNREACHABLE },
      loading: false,
    });
    cache.retry(StatsDocument, {});
    answers[1]!.resolve({ stats: 'new' });
    await settled();
    expect(cache.read(StatsDocument, {})).toEqual({ data: { stats: 'new' }, error: null, loading: false });
  });
});
