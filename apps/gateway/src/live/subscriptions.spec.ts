import type { FaceId } from '@kindred/domain';
import { changeJob, startJob } from '@kindred/domain';
import { aFaceId, aJobId, aPackName, aPhotoId, eventually } from '@kindred/testing';
import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { TestGateway } from '../testing/test-gateway';

const FACES = 'subscription { facesChanged { kind faceIds } }';
const JOBS = 'subscription { jobChanged { id kind state done total failure { code } } }';
const STATS = 'subscription { statsChanged { faces { labeled unknown } people { named } } }';

describe('live views', () => {
  let gateway: TestGateway;
  let clients: Client[];
  afterEach(async () => {
    for (const client of clients) await client.dispose();
    await gateway.close();
  });

  const open = async (options: Parameters<typeof TestGateway.open>[0] = {}) => {
    clients = [];
    gateway = await TestGateway.open(options);
  };

  const clientWith = (headers: Record<string, string> = {}): Client => {
    class Socket extends WebSocket {
      constructor(url: string, protocols: string) {
        super(url, protocols, { headers });
      }
    }
    const client = createClient({
      url: `ws://${gateway.host}/graphql`,
      webSocketImpl: Socket,
      lazy: false,
      retryAttempts: 0,
      onNonLazyError: () => undefined,
    });
    clients.push(client);
    return client;
  };

  /** Subscribes, and waits until the gateway listens for it. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests know what they asked for
  const watch = async (query: string, client = clientWith()): Promise<any[]> => {
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
    const heard: any[] = [];
    const connected = new Promise((resolve) => client.on('connected', resolve));
    client.subscribe(
      { query },
      {
        next: ({ data, errors }) => heard.push(errors ?? data),
        error: (error) => heard.push(error),
        complete: () => heard.push('complete'),
      },
    );
    await connected;
    // What a socket is sent arrives in order: the answer to a ping follows the subscription.
    await answered(client);
    return heard;
  };

  const answered = (client: Client) =>
    new Promise<void>((resolve) => {
      const leave = client.subscribe(
        { query: 'subscription { unknownField }' },
        { next: () => undefined, error: () => (resolve(), leave()), complete: () => undefined },
      );
    });

  const heardBy = async <T>(heard: readonly T[], count: number) =>
    eventually(
      async () => [...heard],
      (all) => all.length >= count,
    );

  const labeled = (faces: readonly FaceId[], id: string) =>
    gateway.ports.bus.publish('faces.labeled', { id, data: { faces, people: [] } });

  it('tell of a job from its start to its end', async () => {
    await open();
    const heard = await watch(JOBS);
    const { id } = await startJob(gateway.ports, { kind: 'train', subject: 'All faces', total: 3 });
    await heardBy(heard, 1);
    await changeJob(gateway.ports, id, { done: 1 });
    await changeJob(gateway.ports, id, { done: 2 });
    await changeJob(gateway.ports, id, { state: 'failed', failure: { code: 'DISK_FULL', message: 'Full.' } });
    const last = { id, kind: 'TRAIN', state: 'FAILED', done: 2, total: 3, failure: { code: 'DISK_FULL' } };
    await eventually(
      async () => heard.at(-1),
      (news) => news?.jobChanged.state === 'FAILED',
    );
    expect(heard.at(-1)).toEqual({ jobChanged: last });
    // The changes in between came too fast to be told one by one.
    expect(heard.length).toBeLessThanOrEqual(3);
  });

  it('tell the counts as they are after a change', async () => {
    await open();
    const heard = await watch(STATS);
    const [face] = await gateway.faces(1);
    await gateway.data(
      'mutation ($ids: [ID!]!) { labelFaces(faceIds: $ids, name: "Ada") { person { id } } }',
      { ids: [face] },
    );
    const counts = { statsChanged: { faces: { labeled: 1, unknown: 0 }, people: { named: 1 } } };
    await eventually(
      async () => heard.at(-1),
      (news) => JSON.stringify(news) === JSON.stringify(counts),
    );
  });

  it('tell which faces were found, labeled, deleted or given other suggestions', async () => {
    await open();
    const heard = await watch(FACES);
    await labeled([aFaceId(1)], 'one');
    const [first] = await heardBy(heard, 1);
    expect(first).toEqual({ facesChanged: { kind: 'LABELED', faceIds: [aFaceId(1)] } });
    await labeled([aFaceId(2)], 'two');
    await labeled([aFaceId(3), aFaceId(2)], 'three');
    await gateway.ports.bus.publish('faces.deleted', { id: 'gone', data: { faces: [aFaceId(4)] } });
    await gateway.ports.bus.publish('suggestions.changed', { id: 'swap', data: { version: '1', faces: 2 } });
    const detected = { photo: aPhotoId(), job: aJobId(), pack: aPackName(), faces: [aFaceId(5)] };
    await gateway.ports.bus.publish('faces.detected', { id: 'found', data: detected });
    const [, ...rest] = await heardBy(heard, 5);
    expect(rest.map(({ facesChanged }) => facesChanged)).toEqual([
      { kind: 'LABELED', faceIds: [aFaceId(2), aFaceId(3)] },
      { kind: 'DELETED', faceIds: [aFaceId(4)] },
      { kind: 'SUGGESTED', faceIds: [] },
      { kind: 'DETECTED', faceIds: [aFaceId(5)] },
    ]);
  });

  it('say that everything may have changed when a person did, or too many faces', async () => {
    await open();
    const heard = await watch(FACES);
    await labeled([aFaceId(0)], 'first');
    await heardBy(heard, 1);
    await labeled([aFaceId(1)], 'one');
    await labeled([], 'renamed');
    expect((await heardBy(heard, 2))[1]).toEqual({ facesChanged: { kind: 'LABELED', faceIds: [] } });
    await labeled(
      Array.from({ length: 1001 }, (_, i) => aFaceId(i)),
      'many',
    );
    expect((await heardBy(heard, 3))[2]).toEqual({ facesChanged: { kind: 'LABELED', faceIds: [] } });
  });

  it('are silent about a photo without faces', async () => {
    await open();
    const heard = await watch(FACES);
    const nothing = { photo: aPhotoId(), job: aJobId(), pack: aPackName(), faces: [] };
    await gateway.ports.bus.publish('faces.detected', { id: 'nothing', data: nothing });
    await labeled([aFaceId(1)], 'one');
    expect((await heardBy(heard, 1))[0]).toEqual({
      facesChanged: { kind: 'LABELED', faceIds: [aFaceId(1)] },
    });
  });

  it('go to everybody who watches, and end with the gateway', async () => {
    await open();
    const [one, other] = [await watch(FACES), await watch(FACES)];
    await labeled([aFaceId(1)], 'one');
    expect(await heardBy(one, 1)).toEqual(await heardBy(other, 1));
  });

  it('answer queries and mutations by HTTP only', async () => {
    await open();
    for (const query of [
      '{ stats { failures } }',
      'mutation { trainLibrary { id } }',
      'query A { stats { failures } } subscription B { jobChanged { id } }',
    ]) {
      expect(await heardBy(await watch(query), 1)).toMatchObject([
        [{ extensions: { code: 'ARGUMENT_INVALID' } }],
      ]);
    }
    expect(await gateway.ports.jobs.list()).toEqual([]);
  });

  it('refuse what is wrong, too deep, too long or too costly', async () => {
    await open({ settings: { queryDepth: 2, queryCost: 100 } });
    const many = Array.from({ length: 101 }, (_, i) => `a${i}: id`).join(' ');
    for (const query of [
      '{',
      'subscription { nothing }',
      'subscription { jobChanged { id } statsChanged { failures } }',
      'subscription { statsChanged { ... { faces { labeled } } } }',
      'subscription { statsChanged { ...F } } fragment F on Stats { faces { labeled } }',
      `subscription { jobChanged { ${many} } }`,
      `subscription { jobChanged { ${'id '.repeat(6000)} } }`,
    ]) {
      expect(await heardBy(await watch(query), 1)).toMatchObject([[{ message: expect.any(String) }]]);
    }
    const heard = await watch('subscription { jobChanged { id } }');
    await startJob(gateway.ports, { kind: 'train', subject: 'All faces', total: null });
    await heardBy(heard, 1);
  });

  it('are at most fifty to one client', async () => {
    await open();
    const client = clientWith();
    const errors: unknown[] = [];
    for (let i = 0; i < 60; i += 1) {
      client.subscribe(
        { query: FACES },
        { next: () => undefined, error: (error) => errors.push(error), complete: () => undefined },
      );
    }
    await eventually(
      async () => errors,
      ({ length }) => length >= 10,
    );
    expect(errors).toMatchObject(Array(errors.length).fill([{ extensions: { code: 'ARGUMENT_INVALID' } }]));
    expect(errors).toHaveLength(10);
  });

  it('are cut off by a message that is too large, alone', async () => {
    await open();
    const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const socket = new WebSocket(`ws://${gateway.host}/graphql`, 'graphql-transport-ws');
    await new Promise((resolve) => socket.once('open', resolve));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.send('x'.repeat(300 * 1024));
    await closed;
    log.mockRestore();
    const heard = await watch(FACES);
    await labeled([aFaceId(1)], 'one');
    await heardBy(heard, 1);
  });

  describe('are refused', () => {
    const refusal = (headers: Record<string, string>, path = '/graphql') =>
      new Promise<number | null>((resolve) => {
        const socket = new WebSocket(`ws://${gateway.host}${path}`, 'graphql-transport-ws', { headers });
        socket.on(
          'unexpected-response',
          (_request, answer) => (resolve(answer.statusCode!), socket.terminate()),
        );
        socket.on('open', () => (resolve(null), socket.terminate()));
        socket.on('error', () => undefined);
      });

    it('to pages of other sites and to names that others made', async () => {
      await open();
      expect(await refusal({ origin: `http://${gateway.host}` })).toBeNull();
      expect(await refusal({ origin: 'http://evil.example' })).toBe(403);
      expect(await refusal({ origin: 'null' })).toBe(403);
      expect(await refusal({ host: 'evil.example' })).toBe(403);
      expect(await refusal({ host: 'evil.example', origin: 'http://evil.example' })).toBe(403);
    });

    it('at any other address', async () => {
      await open();
      for (const path of ['/', '/graphql/x', '/%67raphql', '/upload'])
        expect(await refusal({}, path)).toBe(404);
    });

    it('to whoever has neither token nor session', async () => {
      await open({ host: '0.0.0.0' });
      const session = gateway.access.newSession();
      expect(await refusal({})).toBe(401);
      expect(await refusal({ authorization: 'Bearer wrong' })).toBe(401);
      expect(await refusal({ cookie: 'kindred-session=1.x' })).toBe(401);
      expect(await refusal({ cookie: `kindred-session=${session}`, origin: 'http://evil.example' })).toBe(
        403,
      );
      expect(await refusal({ authorization: `Bearer ${gateway.access.token}` })).toBeNull();
      expect(await refusal({ cookie: `a=b; kindred-session=${session}` })).toBeNull();
    });
  });
});
