import { join } from 'node:path';
import { KindredError } from '@kindred/domain';
import { BUILTIN_PACKS } from '../packs/builtin';
import { AnalyserPool, type PoolOptions } from './analyser-pool';

const FRAGILE_WORKER = join(__dirname, '../testing/fragile-worker.cjs');
const OPTIONS: PoolOptions = { pack: { manifest: BUILTIN_PACKS[0], paths: {} }, workers: 2 };

describe('AnalyserPool', () => {
  let pool: AnalyserPool;
  beforeEach(async () => (pool = await AnalyserPool.open(OPTIONS, FRAGILE_WORKER)));
  afterEach(() => pool.close());

  it('analyses more photos than fit at once, each for the one who asked', async () => {
    const words = Array.from({ length: 50 }, (_, i) => 'x'.repeat(i + 1));
    const analyses = await Promise.all(words.map((word) => pool.analyse(word)));
    expect(analyses.map((analysis) => analysis.width)).toEqual(words.map((word) => word.length));
    expect(pool.capacity).toBe(4);
  });

  it('leaves the bytes that it is given where they are', async () => {
    const bytes = new Uint8Array(1000);
    expect((await pool.analyse(bytes.subarray(10, 20))).width).toBe(10);
    expect(bytes).toHaveLength(1000);
  });

  it('passes regions on', async () => {
    const box = { x: 0, y: 0, width: 1, height: 1 };
    expect((await pool.analyseRegions('photo', [box, box])).height).toBe(2);
  });

  it('gives a photo its own failure', async () => {
    const failure = await pool.analyse('refuse').catch((error) => error);
    expect(failure).toBeInstanceOf(KindredError);
    expect(failure).toMatchObject({
      code: 'IMAGE_CORRUPT',
      message: 'Bad.',
      hint: 'Copy.',
      transient: false,
    });
  });

  it.each(['die', 'throw'])('fails only the photo that makes a worker %s, and goes on', async (deadly) => {
    const words = ['wait 20', 'wait 30', deadly, 'wait 40', 'one', 'two', deadly, 'wait 5', 'three'];
    const results = await Promise.allSettled(words.map((word) => pool.analyse(word)));
    results.forEach((result, i) => {
      if (words[i] === deadly) {
        expect(result).toMatchObject({ status: 'rejected', reason: { code: 'INTERNAL', transient: true } });
      } else {
        expect(result).toMatchObject({ status: 'fulfilled', value: { width: words[i].length } });
      }
    });
    expect((await pool.analyse('still here')).width).toBe(10);
  });

  it('outlives every one of its workers many times over', async () => {
    const results = await Promise.allSettled(Array.from({ length: 12 }, () => pool.analyse('die')));
    expect(results.every((result) => result.status === 'rejected')).toBe(true);
    expect((await pool.analyse('after')).width).toBe(5);
  });

  it('takes what somebody waits for before what waits in line for nobody, each in the order of asking', async () => {
    const single = await AnalyserPool.open({ ...OPTIONS, workers: 1 }, FRAGILE_WORKER);
    const done: string[] = [];
    const ask = (word: string, urgent: boolean) =>
      single.analyse(word, { urgent }).then(() => done.push(word));
    const busy = Array.from({ length: single.capacity }, () => single.analyse('wait 30'));
    const waiting = [ask('third', false), ask('first', true), ask('second', true), ask('fourth', false)];
    await Promise.all([...busy, ...waiting]);
    expect(done).toEqual(['first', 'second', 'third', 'fourth']);
    await single.close();
  });

  it('drops a photo that nobody waits for any more', async () => {
    const busy = Array.from({ length: pool.capacity }, () => pool.analyse('wait 30'));
    const controller = new AbortController();
    const dropped = pool.analyse('die', { signal: controller.signal });
    controller.abort(new Error('changed my mind'));
    await expect(dropped).rejects.toThrow('changed my mind');
    await expect(Promise.all(busy)).resolves.toHaveLength(4);
    await expect(pool.analyse('late', { signal: controller.signal })).rejects.toThrow('changed my mind');
  });

  it('fails what is not finished when it is closed, and everything after', async () => {
    const photos = Array.from({ length: 9 }, () => pool.analyse('wait 5000'));
    const settled = Promise.allSettled(photos);
    await pool.close();
    for (const result of await settled) {
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'INTERNAL', transient: true } });
    }
    await expect(pool.analyse('late')).rejects.toMatchObject({ code: 'INTERNAL' });
  });

  it('does not open when its workers cannot load the models', async () => {
    const unable = { ...OPTIONS, unable: true };
    await expect(AnalyserPool.open(unable, FRAGILE_WORKER)).rejects.toMatchObject({ code: 'PACK_INVALID' });
  });
});
