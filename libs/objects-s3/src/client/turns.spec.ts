import { Turns } from './turns';

describe('turns', () => {
  it('lets so many be under way, in the order they came', async () => {
    const turns = new Turns(2);
    const begun: number[] = [];
    const goOn: (() => void)[] = [];
    const work = (number: number) => () => {
      begun.push(number);
      return new Promise<number>((resolve) => goOn.push(() => resolve(number)));
    };
    const works = [1, 2, 3, 4].map((number) => turns.take(work(number)));
    expect(begun).toEqual([1, 2]);
    goOn[1]!();
    expect(await works[1]).toBe(2);
    expect(begun).toEqual([1, 2, 3]);
    goOn[0]!();
    await works[0];
    expect(begun).toEqual([1, 2, 3, 4]);
    for (const go of goOn) go();
    expect(await Promise.all(works)).toEqual([1, 2, 3, 4]);
  });

  it('passes the turn on when work fails', async () => {
    const turns = new Turns(1);
    const failing = turns.take(() => Promise.reject(new Error('failed')));
    const next = turns.take(() => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('failed');
    expect(await next).toBe('done');
    expect(await turns.take(() => Promise.resolve('again'))).toBe('again');
  });
});
