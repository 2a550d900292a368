import { STREAMS } from '@kindred/contracts';
import {
  aJobId,
  aPhotoId,
  eventually,
  Listener,
  startTestNatsCluster,
  type TestNatsCluster,
} from '@kindred/testing';
import { jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/nats-core';
import { connect } from '@nats-io/transport-node';
import { NatsEventBus } from './nats-event-bus';

const PHOTOS = STREAMS.photos.name;
const GROUP = 'spec';

/** Servers need some seconds to notice that one is gone, and to choose another leader. */
jest.setTimeout(120_000);

describe('a cluster of three NATS servers', () => {
  let cluster: TestNatsCluster;
  let connection: NatsConnection;
  let manager: JetStreamManager;

  beforeAll(async () => {
    cluster = await startTestNatsCluster();
    connection = await connect({
      servers: [...cluster.urls],
      token: cluster.token,
      maxReconnectAttempts: -1,
    });
    manager = await jetstreamManager(connection);
  });
  afterAll(async () => {
    await connection?.close();
    await cluster?.stop();
  });

  const buses: NatsEventBus[] = [];
  afterEach(() => Promise.all(buses.splice(0).map((bus) => bus.close())));
  const open = async (streamReplicas?: number): Promise<NatsEventBus> => {
    const bus = await NatsEventBus.connect({
      servers: cluster.urls,
      token: cluster.token,
      source: 'spec',
      version: '1.0.0',
      streamReplicas,
    });
    buses.push(bus);
    return bus;
  };
  const replicas = async () => (await manager.streams.info(PHOTOS)).config.num_replicas;
  /** The server that decides about the stream, once every other one knows what it knows. */
  const leader = async (): Promise<string> => {
    const { cluster: servers } = await eventually(
      () => manager.streams.info(PHOTOS),
      ({ cluster: now }) =>
        now?.leader !== undefined &&
        now.replicas?.length === 2 &&
        now.replicas.every(({ current }) => current),
    );
    return servers!.leader!;
  };

  it('keeps each event by as many servers as is wanted, also when that was less before', async () => {
    await open();
    expect(await replicas()).toBe(1);
    await open(3);
    expect(await replicas()).toBe(3);
    await open();
    expect(await replicas()).toBe(3);
  });

  it('loses nothing and stores nothing twice when the leader of a stream is killed while events flow', async () => {
    const publishing = await open(3);
    const consuming = await open(3);
    const listener = new Listener<'photos.stored'>();
    await consuming.consume(
      { group: GROUP, subjects: ['photos.stored'], maxInFlight: 8, backoff: [1], ackWait: 3_000 },
      listener.handler,
    );

    const published: string[] = [];
    /** Tries until the server confirms, as a service does whose message is delivered again. */
    const publish = async (seed: number) => {
      const event = { id: `stored ${seed}`, data: { photo: aPhotoId(seed), job: aJobId() } };
      await eventually(
        () =>
          publishing.publish('photos.stored', event).then(
            () => true,
            () => false,
          ),
        (confirmed) => confirmed,
      );
      published.push(event.id);
    };
    const publishMany = async (first: number, count: number) => {
      for (let seed = first; seed < first + count; seed += 1) await publish(seed);
    };

    await publishMany(0, 100);
    const killed = await leader();
    const flowing = publishMany(100, 200);
    await eventually(
      () => Promise.resolve(published.length),
      (count) => count > 120,
    );
    await cluster.kill(killed);
    await flowing;
    await listener.heard(300);
    await cluster.bringBack(killed);
    expect(await leader()).not.toBe('');
    await publishMany(300, 100);
    // What was confirmed while a server was away is not stored again by asking once more.
    await publishMany(200, 20);

    await eventually(
      () => consuming.lag(GROUP),
      ({ waiting, inFlight }) => waiting + inFlight === 0,
    );
    const ids = Array.from({ length: 400 }, (_, seed) => `stored ${seed}`);
    expect(new Set(listener.ids)).toEqual(new Set(ids));
    expect((await manager.streams.info(PHOTOS)).state.messages).toBe(400);
    // Whatever came more than once is a redelivery of one that was stored once, and says so.
    const seen = new Set<string>();
    const anew = listener.deliveries.filter(({ event, attempt }) => {
      const again = seen.has(event.id);
      seen.add(event.id);
      return again && attempt === 1;
    });
    expect(anew).toEqual([]);
  });
});
