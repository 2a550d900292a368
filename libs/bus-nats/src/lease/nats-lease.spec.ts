import { Gate, leaseContract, startTestNats, type TestNats } from '@kindred/testing';
import type { Holding } from '@kindred/domain';
import { jetstream } from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import { connect } from '@nats-io/transport-node';
import { NatsEventBus } from '../nats-event-bus';

/** Milliseconds; long enough for a busy computer to renew in time. */
const TTL = 2_000;
const NAME = 'trainer';

async function openBuses() {
  const server = await startTestNats();
  const buses: NatsEventBus[] = [];
  const join = async (ttl = TTL) => {
    const bus = await NatsEventBus.connect({
      servers: server.url,
      token: server.token,
      source: 'spec',
      version: '1.0.0',
    });
    buses.push(bus);
    return { bus, lease: await bus.lease(NAME, ttl) };
  };
  const close = async () => {
    await Promise.all(buses.map((bus) => bus.close()));
    await server.stop();
  };
  return { server, join, close };
}

leaseContract('NatsLease', async () => {
  const { join, close } = await openBuses();
  return { port: async () => (await join()).lease, close };
});

describe('a lease on NATS', () => {
  let opened: Awaited<ReturnType<typeof openBuses>>;
  beforeEach(async () => {
    opened = await openBuses();
  });
  afterEach(() => opened.close());

  const takeAway = async ({ url, token }: TestNats) => {
    const connection = await connect({ servers: url, token });
    const bucket = await new Kvm(jetstream(connection)).open('KINDRED_LEASES');
    await bucket.delete(NAME);
    await connection.close();
  };
  const lost = ({ signal }: Holding) =>
    new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
    });

  it('passes on when its holder is cut off, who learns that and may write nothing more', async () => {
    const [one, other] = [await opened.join(), await opened.join()];
    const cut = new Gate();
    const first = one.lease.hold(async (holding) => {
      await one.bus.close();
      cut.open();
      await lost(holding);
      await holding.confirm();
    });
    const refused = expect(first).rejects.toMatchObject({ code: 'LEASE_LOST', transient: true });
    await cut.pass();
    await expect(other.lease.hold(({ confirm }) => confirm())).resolves.toBeUndefined();
    await refused;
  });

  it('is somebody else’s as soon as the server says so, with a higher token', async () => {
    const [one, other] = [await opened.join(), await opened.join()];
    const tokens: number[] = [];
    await one.lease.hold(async (old) => {
      tokens.push(old.token);
      await takeAway(opened.server);
      await other.lease.hold(async (holding) => {
        tokens.push(holding.token);
        await expect(old.confirm()).rejects.toMatchObject({ code: 'LEASE_LOST' });
        await holding.confirm();
      });
      expect(old.signal.aborted).toBe(true);
    });
    expect(tokens[1]).toBeGreaterThan(tokens[0]!);
  });

  it('is held for as long as the work takes', async () => {
    const [one, other] = [await opened.join(), await opened.join()];
    const began = Date.now();
    const done: string[] = [];
    const begun = new Gate();
    const first = one.lease.hold(async (holding) => {
      begun.open();
      while (Date.now() - began < 2 * TTL) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      await holding.confirm();
      done.push('first');
    });
    await begun.pass();
    await Promise.all([first, other.lease.hold(() => Promise.resolve(done.push('second')))]);
    expect(done).toEqual(['first', 'second']);
  });
});
