import { inParallel } from './in-parallel';

async function* counting(to: number): AsyncGenerator<number> {
  for (let n = 1; n <= to; n++) yield n;
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('working on many things at once', () => {
  it('does each one once, and as many at once as allowed', async () => {
    const done: number[] = [];
    let now = 0;
    let most = 0;
    await inParallel(counting(50), 3, async (item) => {
      most = Math.max(most, ++now);
      await turn();
      now -= 1;
      done.push(item);
    });
    expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    expect(most).toBe(3);
  });

  it('never asks for the next item while it is being found', async () => {
    let asking = 0;
    const source: AsyncIterable<number> = {
      [Symbol.asyncIterator]: () => {
        let n = 0;
        return {
          async next() {
            expect(++asking).toBe(1);
            await turn();
            asking -= 1;
            return n++ < 10 ? { done: false, value: n } : { done: true, value: undefined };
          },
        };
      },
    };
    let seen = 0;
    await inParallel(source, 4, async () => void (seen += 1));
    expect(seen).toBe(10);
  });

  it('throws the first error when what runs has ended, and takes nothing new', async () => {
    const started: number[] = [];
    const ended: number[] = [];
    const work = inParallel(counting(100), 2, async (item) => {
      started.push(item);
      await turn();
      if (item === 3) throw new Error('the third is broken');
      await turn();
      ended.push(item);
    });
    await expect(work).rejects.toThrow('the third is broken');
    expect(started.length).toBeLessThan(8);
    expect(ended).toEqual(started.filter((item) => item !== 3));
  });

  it('throws what finding the items throws', async () => {
    async function* broken(): AsyncGenerator<number> {
      yield 1;
      throw new Error('the list is torn');
    }
    await expect(inParallel(broken(), 2, turn)).rejects.toThrow('the list is torn');
  });
});
