import { aFaceId } from '@kindred/testing';
import { ChangeCollector, type ChangeDelivery } from './change-collector';

function deletion(id: string): ChangeDelivery {
  const data = { faces: [aFaceId(id)] };
  return {
    attempt: 1,
    event: { id, subject: 'faces.deleted', source: 'test', time: '2026-01-01T12:00:00.000Z', data },
  };
}

describe('collecting changes', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  /** Collects, and finishes each round only when the test says so. */
  function collecting(most = 100) {
    const rounds: string[][] = [];
    const finish: (() => void)[] = [];
    const collector = new ChangeCollector((deliveries) => {
      rounds.push(deliveries.map(({ event }) => event.id));
      return new Promise((resolve) => finish.push(resolve));
    }, most);
    return { collector, rounds, finish };
  }

  it('hands on together what comes shortly after one another', async () => {
    const { collector, rounds } = collecting();
    void collector.add(deletion('a'));
    await jest.advanceTimersByTimeAsync(100);
    void collector.add(deletion('b'));
    expect(rounds).toEqual([]);
    await jest.advanceTimersByTimeAsync(1000);
    expect(rounds).toEqual([['a', 'b']]);
  });

  it('does not wait for quiet for ever', async () => {
    const { collector, rounds } = collecting();
    for (let i = 0; i < 100; i += 1) {
      void collector.add(deletion(`${i}`));
      await jest.advanceTimersByTimeAsync(50);
    }
    expect(rounds.length).toBeGreaterThan(0);
  });

  it('does not wait when it holds as many as there can be', async () => {
    const { collector, rounds } = collecting(2);
    void collector.add(deletion('a'));
    void collector.add(deletion('b'));
    await jest.advanceTimersByTimeAsync(1);
    expect(rounds).toEqual([['a', 'b']]);
  });

  it('keeps what comes during a round for the next one, which it never begins before', async () => {
    const { collector, rounds, finish } = collecting();
    void collector.add(deletion('a'));
    await jest.advanceTimersByTimeAsync(1000);
    for (const id of ['b', 'c']) void collector.add(deletion(id));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(rounds).toEqual([['a']]);
    finish[0]!();
    await jest.advanceTimersByTimeAsync(1000);
    expect(rounds).toEqual([['a'], ['b', 'c']]);
  });

  it('is done with an event when its round is, and fails it when that fails', async () => {
    const outcomes = [() => Promise.resolve(), () => Promise.reject(new Error('no luck'))];
    const collector = new ChangeCollector(() => outcomes.shift()!(), 1);
    const first = collector.add(deletion('a'));
    await jest.advanceTimersByTimeAsync(1000);
    await expect(first).resolves.toBeUndefined();
    const second = expect(collector.add(deletion('b'))).rejects.toThrow('no luck');
    await jest.advanceTimersByTimeAsync(1000);
    await second;
  });

  it('hands back what waits when it stops, and takes no more', async () => {
    const { collector, rounds } = collecting();
    const waiting = expect(collector.add(deletion('a'))).rejects.toThrow('going down');
    collector.stop(new Error('going down'));
    await waiting;
    await expect(collector.add(deletion('b'))).rejects.toThrow('going down');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(rounds).toEqual([]);
  });
});
