import { type FaceId, recordDecisions } from '@kindred/domain';
import { aDeletion, anAssignment, aPackName, aRestoration, type SettableClock } from '@kindred/testing';
import { interruptedPorts, type Interruption } from '@kindred/testing-standalone';
import { TestGateway } from '../testing/test-gateway';
import { DeletionSweeper } from './deletion-sweeper';
import { finishDeletions } from './finish-deletions';

const HOUR = 60 * 60 * 1000;
const ALL = { row: true, vector: true, crop: true };
const NOTHING = { row: false, vector: false, crop: false };

describe('finishing deletions', () => {
  let gateway: TestGateway;
  let clock: SettableClock;
  beforeEach(async () => {
    gateway = await TestGateway.open();
    clock = gateway.ports.clock;
  });
  afterEach(() => gateway.close());

  const remove = async (...faces: FaceId[]) =>
    recordDecisions(
      gateway.ports,
      faces.map((face) => aDeletion(face, { at: clock.now(), seed: Math.random() })),
    );
  const remainsOf = async (face: FaceId) => ({
    row: (await gateway.ports.faces.deletedUntil(clock.now(), 1000)).includes(face),
    vector: (await gateway.ports.vectors.get(aPackName(), [face])).has(face),
    crop: (await gateway.ports.objects.head(`crops/${face}/1.webp`)) !== null,
  });

  it('erases what was deleted so many hours ago, and nothing else', async () => {
    const [old, recent, kept] = (await gateway.faces(1, 2, 3)) as [FaceId, FaceId, FaceId];
    await remove(old);
    clock.advance(HOUR);
    await remove(recent);
    clock.advance(23 * HOUR);
    expect(await finishDeletions(gateway.ports, 24)).toBe(1);
    expect(await remainsOf(old)).toEqual(NOTHING);
    expect(await remainsOf(recent)).toEqual(ALL);
    expect(await gateway.standing(kept)).toEqual({ state: 'unknown', person: null });
    expect(await finishDeletions(gateway.ports, 24)).toBe(0);
  });

  it('leaves whoever was brought back, by the log alone too', async () => {
    const ada = await gateway.named('Ada');
    const [shown, onlySaid] = (await gateway.faces(1, 2)) as [FaceId, FaceId];
    await remove(shown, onlySaid);
    clock.advance(25 * HOUR);
    await recordDecisions(gateway.ports, [aRestoration(shown)]);
    await gateway.ports.labels.append([aRestoration(onlySaid), anAssignment(onlySaid, ada)]);
    expect(await finishDeletions(gateway.ports, 24)).toBe(0);
    expect(await gateway.standing(shown)).toEqual({ state: 'unknown', person: null });
    expect(await gateway.standing(onlySaid)).toEqual({ state: 'labeled', person: ada });
  });

  it('leaves whoever is brought back while it looks, by the log alone too', async () => {
    const faces = (await gateway.faces(1, 2)) as [FaceId, FaceId];
    await remove(...faces);
    const { labels } = gateway.ports;
    const bringBack = async () => {
      await recordDecisions(gateway.ports, [aRestoration(faces[0])]);
      await labels.append([aRestoration(faces[1])]);
    };
    const ofFaces: typeof labels.ofFaces = async (asked) => {
      const said = await labels.ofFaces(asked);
      await bringBack();
      return said;
    };
    const during = { ...gateway.ports, labels: Object.create(labels, { ofFaces: { value: ofFaces } }) };
    expect(await finishDeletions(during, 0)).toBe(0);
    expect(await finishDeletions(gateway.ports, 0)).toBe(0);
    for (const face of faces) {
      expect(await gateway.standing(face)).toEqual({ state: 'unknown', person: null });
      expect(await remainsOf(face)).toEqual({ row: false, vector: true, crop: true });
    }
  });

  it('goes on until there is nothing left to erase', async () => {
    const faces = await gateway.faces(...Array.from({ length: 230 }, (_, seed) => seed));
    await remove(...faces);
    expect(await finishDeletions(gateway.ports, 0)).toBe(230);
    expect(await gateway.ports.faces.deletedUntil(clock.now(), 10)).toEqual([]);
  });

  it.each<Interruption>(['crash', 'refused', 'lost answer'])(
    'ends as if undisturbed when it is interrupted at any of its writes: %s',
    async (how) => {
      let done = false;
      for (let at = 1; !done; at += 1) {
        const face = await gateway.face(at);
        await remove(face);
        const interrupted = interruptedPorts(gateway.ports, at, how);
        await finishDeletions(interrupted.ports, 0).catch(() => undefined);
        done = interrupted.writes < at;
        await finishDeletions(gateway.ports, 0);
        expect(await remainsOf(face)).toEqual(NOTHING);
      }
    },
    20_000,
  );

  it('is done at the start of a gateway, for what became due while none ran', async () => {
    const other = await TestGateway.open({ settings: { deletionGraceHours: 24 } });
    const { ports } = other;
    const face = await other.face(1);
    await recordDecisions(ports, [aDeletion(face, { at: ports.clock.now() })]);
    ports.clock.advance(24 * HOUR);
    const sweeper = new DeletionSweeper(ports, 24);
    sweeper.start();
    await sweeper.stop();
    expect(await ports.faces.deletedAmong([face])).toEqual([]);
    await other.close();
  });
});
