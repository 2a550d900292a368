import { Gate } from '@kindred/testing';
import { LeaseOfProcess } from './training-lease';

describe('the lease of one process', () => {
  it('is held by one at a time, in the order asked for', async () => {
    const lease = new LeaseOfProcess();
    const gate = new Gate();
    const done: string[] = [];
    const first = lease.hold(async () => {
      await gate.pass();
      done.push('first');
    });
    const second = lease.hold(async () => void done.push('second'));
    expect(done).toEqual([]);
    gate.open();
    await Promise.all([first, second]);
    expect(done).toEqual(['first', 'second']);
  });

  it('goes on to the next when work fails, and tells who asked', async () => {
    const lease = new LeaseOfProcess();
    await expect(lease.hold(() => Promise.reject(new Error('no luck')))).rejects.toThrow('no luck');
    await expect(lease.hold(() => Promise.resolve(7))).resolves.toBe(7);
  });
});
