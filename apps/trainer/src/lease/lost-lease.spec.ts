import { type Lease, leaseLost, requestTraining } from '@kindred/domain';
import { TestLibrary } from '../testing/test-library';
import { LeaseOfProcess } from './lease-of-process';

/** A lease that somebody else has taken by the time that something is to be written, while a test says so. */
class LeaseThatIsTaken implements Lease {
  private readonly held = new LeaseOfProcess();
  taken = false;

  hold: Lease['hold'] = (work, waiting) =>
    this.held.hold(
      (holding) =>
        work({
          ...holding,
          confirm: () => (this.taken ? Promise.reject(leaseLost('spec')) : holding.confirm()),
        }),
      waiting,
    );
}

describe('a trainer that has lost its lease', () => {
  const lease = new LeaseThatIsTaken();
  let library: TestLibrary;
  beforeEach(async () => {
    lease.taken = false;
    library = await TestLibrary.open({ lease });
  });
  afterEach(() => library.close());

  const known = async () => [await library.all(), await library.unknown()];

  it('shows nothing of a training, which whoever holds the lease does again', async () => {
    await library.faces(1, 3);
    const before = await known();
    const { id } = await requestTraining(library.ports);
    lease.taken = true;
    await expect(library.deliver(id)).rejects.toMatchObject({ code: 'LEASE_LOST', transient: true });
    expect(await known()).toEqual(before);
    expect(await library.ports.jobs.get(id)).toMatchObject({ state: 'running' });
    lease.taken = false;
    await library.deliver(id);
    expect(await library.unknown()).toMatchObject([{ faces: 3 }]);
  });

  it('shows nothing of a refresh', async () => {
    const ada = await library.person('Ada');
    const [labeled, other] = await library.faces(1, 2);
    await library.label(labeled!, ada);
    lease.taken = true;
    await expect(library.refresh()).rejects.toMatchObject({ code: 'LEASE_LOST' });
    expect(await library.who(other!)).toBeNull();
  });
});
