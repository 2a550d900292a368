import { Audience } from './audience';

describe('an audience', () => {
  it('hears what is told after it began to listen, in order', async () => {
    const audience = new Audience<number>();
    audience.tell(1);
    const news = audience.listen();
    audience.tell(2);
    audience.tell(3);
    expect([(await news.next()).value, (await news.next()).value]).toEqual([2, 3]);
    const next = news.next();
    audience.tell(4);
    expect(await next).toEqual({ done: false, value: 4 });
  });

  it('keeps only the newest for a listener that is slow, and slows down nobody', async () => {
    const audience = new Audience<number>(3);
    const [slow, quick] = [audience.listen(), audience.listen()];
    const heard: unknown[] = [];
    for (let i = 0; i < 10_000; i += 1) {
      audience.tell(i);
      heard.push((await quick.next()).value);
    }
    expect(heard).toEqual(Array.from({ length: 10_000 }, (_, i) => i));
    expect([(await slow.next()).value, (await slow.next()).value, (await slow.next()).value]).toEqual([
      9_997, 9_998, 9_999,
    ]);
  });

  it('forgets whoever leaves, even while they wait', async () => {
    const audience = new Audience<number>();
    const [one, other] = [audience.listen(), audience.listen()];
    const waiting = one.next();
    await one.return();
    expect(await waiting).toEqual({ done: true, value: undefined });
    await expect(other.throw(new Error('gone'))).rejects.toThrow('gone');
    expect(audience.size).toBe(0);
    audience.tell(1);
    expect(await one.next()).toEqual({ done: true, value: undefined });
  });

  it('ends for everybody when it is closed', async () => {
    const audience = new Audience<number>();
    const news = audience.listen();
    const waiting = news.next();
    audience.tell(1);
    audience.close();
    await waiting;
    expect(await news.next()).toEqual({ done: true, value: undefined });
    expect(audience.size).toBe(0);
  });
});
