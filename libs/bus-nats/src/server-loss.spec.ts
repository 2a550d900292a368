import { aJobId, aPhotoId, Listener, startTestNats, type TestNats } from '@kindred/testing';
import { NatsEventBus } from './nats-event-bus';

const stored = (seed: number) => ({ id: `stored ${seed}`, data: { photo: aPhotoId(seed), job: aJobId() } });
const consuming = { group: 'spec', subjects: ['photos.stored'], maxInFlight: 4, backoff: [1] } as const;

describe('when the NATS server is killed and started again', () => {
  let server: TestNats;
  let bus: NatsEventBus;

  beforeEach(async () => {
    server = await startTestNats();
    bus = await NatsEventBus.connect({
      servers: server.url,
      token: server.token,
      source: 'spec',
      version: '1.0.0',
    });
  });
  afterEach(async () => {
    await bus.close();
    await server.stop();
  });

  it('no event whose publishing was confirmed is lost', async () => {
    const confirmed: string[] = [];
    for (let seed = 0; seed < 60; seed += 1) {
      if (seed === 30) server.kill();
      await bus.publish('photos.stored', stored(seed)).then(
        () => confirmed.push(`stored ${seed}`),
        () => undefined,
      );
    }
    const listener = new Listener<'photos.stored'>();
    await bus.consume(consuming, listener.handler);
    await listener.heard(confirmed.length);
    expect(confirmed.length).toBeGreaterThanOrEqual(30);
    expect(confirmed.filter((id) => !listener.ids.includes(id))).toEqual([]);
  }, 30_000);

  it('consumers go on by themselves, with what was published before and after', async () => {
    const listener = new Listener<'photos.stored'>();
    await bus.consume(consuming, listener.handler);
    await bus.publish('photos.stored', stored(1));
    await listener.heard(1);
    server.kill();
    await bus.publish('photos.stored', stored(2));
    await bus.publish('photos.stored', stored(3));
    await listener.heard(3);
    expect(new Set(listener.ids)).toEqual(new Set(['stored 1', 'stored 2', 'stored 3']));
  }, 30_000);
});

describe('when there is no NATS server', () => {
  it('connecting fails with what to do about it', async () => {
    await expect(
      NatsEventBus.connect({ servers: 'nats://127.0.0.1:1', source: 'spec', version: '1.0.0' }),
    ).rejects.toMatchObject({
      code: 'BUS_UNAVAILABLE',
      transient: true,
      hint: expect.stringMatching(/NATS server/) as string,
    });
  });
});
