import { aJobId, aPhotoId, eventually, Listener, startTestNats, type TestNats } from '@kindred/testing';
import { STREAMS } from '@kindred/contracts';
import {
  AckPolicy,
  DeliverPolicy,
  jetstreamManager,
  type JetStreamManager,
  StorageType,
} from '@nats-io/jetstream';
import { nanos, type NatsConnection } from '@nats-io/nats-core';
import { connect } from '@nats-io/transport-node';
import { NatsEventBus } from '../nats-event-bus';
import type { SettledDrift } from './drift';

const PHOTOS = STREAMS.photos.name;
const DAY = nanos(24 * 60 * 60 * 1000);

describe('what a NATS server has otherwise than Kindred wants it', () => {
  let server: TestNats;
  let connection: NatsConnection;
  let manager: JetStreamManager;
  let drifts: SettledDrift[];
  const buses: NatsEventBus[] = [];

  beforeEach(async () => {
    server = await startTestNats();
    connection = await connect({ servers: server.url, token: server.token });
    manager = await jetstreamManager(connection);
    drifts = [];
  });
  afterEach(async () => {
    await Promise.all(buses.splice(0).map((bus) => bus.close()));
    await connection.close();
    await server.stop();
  });

  const open = async (version = '1.2.0', streamReplicas?: number): Promise<NatsEventBus> => {
    const bus = await NatsEventBus.connect({
      servers: server.url,
      token: server.token,
      source: 'spec',
      version,
      streamReplicas,
      onDrift: (drift) => drifts.push(drift),
    });
    buses.push(bus);
    return bus;
  };
  const consume = (bus: NatsEventBus, ackWait?: number) =>
    bus.consume(
      { group: 'spec', subjects: ['photos.stored'], maxInFlight: 1, ackWait },
      new Listener<'photos.stored'>().handler,
    );
  const stream = async () => (await manager.streams.info(PHOTOS)).config;
  const consumer = async () => (await manager.consumers.info(PHOTOS, 'spec')).config;

  it('is nothing after Kindred made it', async () => {
    await consume(await open());
    await consume(await open());
    expect(drifts).toEqual([]);
  });

  it('is changed where nothing is lost by it, and told', async () => {
    await open();
    await manager.streams.update(PHOTOS, { max_age: DAY, description: 'Mine.', max_bytes: 1_000_000 });
    await open();
    expect(drifts).toEqual([
      {
        of: `stream ${PHOTOS}`,
        field: 'description',
        found: 'Mine.',
        wanted: STREAMS.photos.description,
        kept: false,
      },
      { of: `stream ${PHOTOS}`, field: 'max_age', found: DAY, wanted: 30 * DAY, kept: false },
    ]);
    // What Kindred says nothing about is whoever's who set it.
    expect(await stream()).toMatchObject({ max_age: 30 * DAY, max_bytes: 1_000_000 });
  });

  it('is changed for what was never told which Kindred made it, with the events that are there', async () => {
    await manager.streams.add({ name: PHOTOS, subjects: ['kindred.photos.stored'] });
    const bus = await open();
    await bus.publish('photos.deleted', { id: 'gone', data: { photo: aPhotoId() } });
    expect(await stream()).toMatchObject({
      subjects: ['kindred.photos.>'],
      metadata: expect.objectContaining({ kindred_version: '1.2.0' }) as object,
    });
  });

  it('stops the start where it cannot be changed, saying what, where, and both values', async () => {
    await manager.streams.add({ name: PHOTOS, subjects: ['kindred.photos.>'], storage: StorageType.Memory });
    await expect(open()).rejects.toMatchObject({
      code: 'BUS_CONFIGURATION_CONFLICT',
      about: `stream ${PHOTOS}: storage`,
      message: `The stream ${PHOTOS} has storage "memory", but Kindred needs "file", which cannot be changed.`,
      hint: expect.any(String) as string,
    });
  });

  it('stops the start when there are fewer servers than each event is to be kept by', async () => {
    await expect(open('1.2.0', 3)).rejects.toMatchObject({
      code: 'BUS_CONFIGURATION_CONFLICT',
      about: `stream ${PHOTOS}: num_replicas`,
    });
  });

  it('stays as a newer Kindred set it, and is told', async () => {
    await open('1.10.0');
    await manager.streams.update(PHOTOS, { max_age: DAY });
    const bus = await open('1.9.7');
    await bus.publish('photos.stored', { id: 'one', data: { photo: aPhotoId(), job: aJobId() } });
    expect(drifts).toEqual([
      { of: `stream ${PHOTOS}`, field: 'max_age', found: DAY, wanted: 30 * DAY, kept: true },
    ]);
    expect(await stream()).toMatchObject({
      max_age: DAY,
      metadata: expect.objectContaining({ kindred_version: '1.10.0' }) as object,
    });
  });

  it('is that of a consumer too, which goes on where it was', async () => {
    const bus = await open();
    const listener = new Listener<'photos.stored'>();
    const options = { group: 'spec', subjects: ['photos.stored'], maxInFlight: 1 } as const;
    const first = await bus.consume(options, listener.handler);
    await bus.publish('photos.stored', { id: 'one', data: { photo: aPhotoId(1), job: aJobId() } });
    await eventually(
      () => bus.lag('spec'),
      ({ waiting, inFlight }) => listener.ids.length === 1 && waiting + inFlight === 0,
    );
    await first.stop();
    await bus.consume({ ...options, ackWait: 90_000 }, listener.handler);
    await bus.publish('photos.stored', { id: 'two', data: { photo: aPhotoId(2), job: aJobId() } });
    await listener.heard(2);
    expect(listener.ids).toEqual(['one', 'two']);
    expect(drifts).toEqual([
      {
        of: `consumer spec of ${PHOTOS}`,
        field: 'ack_wait',
        found: nanos(30_000),
        wanted: nanos(90_000),
        kept: false,
      },
    ]);
  });

  it('of a consumer stops whoever wants to join when it cannot be changed', async () => {
    const bus = await open();
    await manager.consumers.add(PHOTOS, {
      durable_name: 'spec',
      ack_policy: AckPolicy.All,
      deliver_policy: DeliverPolicy.All,
    });
    await expect(consume(bus)).rejects.toMatchObject({
      code: 'BUS_CONFIGURATION_CONFLICT',
      about: `consumer spec of ${PHOTOS}: ack_policy`,
    });
  });

  it('of a consumer stays as a newer Kindred set it', async () => {
    await consume(await open('2.0.0'), 90_000);
    await consume(await open('1.2.0'), 10_000);
    expect((await consumer()).ack_wait).toBe(nanos(90_000));
    expect(drifts).toMatchObject([{ field: 'ack_wait', kept: true }]);
  });

  it('does not keep services that start together from making it', async () => {
    await Promise.all(Array.from({ length: 5 }, () => open()));
    expect(await stream()).toMatchObject({ subjects: ['kindred.photos.>'], num_replicas: 1 });
    expect(drifts).toEqual([]);
  });
});
