import { type Box, type Face, type FaceId, KindredError, recordDecisions } from '@kindred/domain';
import { aDeletion, anAssignment, aPackName, aUnitVector } from '@kindred/testing';
import { interruptedPorts, type Interruption, type TestPorts } from '@kindred/testing-standalone';
import { PeopleActions } from '../actions/people-actions';
import { Labeling } from '../labeling/labeling.use-case';
import { People } from '../people/people.use-case';
import { lookIn } from '../testing/seeing-analysis';
import { TestGateway } from '../testing/test-gateway';
import { Drawing } from './drawing.use-case';

jest.setTimeout(120_000);

const FACE = 'id origin state score box { x y width height } person { name } cropUrl';
const DRAW = `mutation ($photoId: ID!, $box: BoxInput!, $personId: ID, $name: String) {
  drawFace(photoId: $photoId, box: $box, personId: $personId, name: $name) { ${FACE} } }`;
const MOVE = `mutation ($faceId: ID!, $box: BoxInput!) { moveFace(faceId: $faceId, box: $box) { ${FACE} } }`;

const BOX: Box = { x: 0.25, y: 0.25, width: 0.125, height: 0.25 };
const ELSEWHERE: Box = { x: 0.5, y: 0.5, width: 0.25, height: 0.25 };
const BYTES = Buffer.from('a photo');

describe('drawing a face', () => {
  let gateway: TestGateway;
  let photoId: string;
  beforeEach(async () => {
    gateway = await TestGateway.open();
    photoId = (await gateway.photo('drawn on', { bytes: BYTES })).id;
  });
  afterEach(() => gateway.close());

  const draw = async (box: Box = BOX, whom: object = {}) =>
    (await gateway.data(DRAW, { photoId, box, ...whom })).drawFace;
  const move = async (faceId: string, box: Box) => (await gateway.data(MOVE, { faceId, box })).moveFace;
  const refusal = async (mutation: string, variables: Record<string, unknown>) =>
    (await gateway.ask(mutation, variables)).errors?.[0]?.extensions;
  const stored = async (id: string): Promise<Face> => (await gateway.ports.faces.get(id as FaceId))!;
  const vectorOf = async (id: string, pack = aPackName()) =>
    (await gateway.ports.vectors.get(pack, [id as FaceId])).get(id as FaceId);
  const crops = () => keysOf(gateway.ports, 'crops/');

  it('describes it as any other: landmarks, quality, crop, embedding, and tells the trainer', async () => {
    const drawn = await draw();
    expect(drawn).toMatchObject({ origin: 'DRAWN', state: 'UNKNOWN', score: 0.75, box: BOX, person: null });
    const { quality, landmarks, pack } = await stored(drawn.id);
    expect({ pack, points: landmarks.length, quality: quality.overall }).toEqual({
      pack: aPackName(),
      points: 5,
      quality: 0.8,
    });
    expect(await vectorOf(drawn.id)).toEqual(aUnitVector(lookIn(BOX)));
    expect((await gateway.send(drawn.cropUrl)).body.toString()).toBe(`crop of ${lookIn(BOX)}`);
    const events = gateway.ports.bus.published('faces.detected').map(({ data }) => data);
    expect(events).toMatchObject([{ photo: photoId, pack: aPackName(), faces: [drawn.id] }]);
    expect(await keysOf(gateway.ports, 'drawings/')).toEqual([]);
  });

  it('says who it is in the same step, by name or by id', async () => {
    expect(await draw(BOX, { name: 'Ada' })).toMatchObject({ state: 'LABELED', person: { name: 'Ada' } });
    const eve = await gateway.named('Eve');
    expect(await draw(ELSEWHERE, { personId: eve })).toMatchObject({ person: { name: 'Eve' } });
  });

  it('draws nothing for somebody who cannot be', async () => {
    for (const [whom, code] of [
      [{ name: ' ' }, 'NAME_INVALID'],
      [{ personId: '0123abcd-4567-4abc-8def-0123456789ab' }, 'NOT_FOUND'],
      [{ name: 'Ada', personId: '0123abcd-4567-4abc-8def-0123456789ab' }, 'ARGUMENT_INVALID'],
    ] as const) {
      expect(await refusal(DRAW, { photoId, box: BOX, ...whom })).toMatchObject({ code });
    }
    expect(await gateway.ports.faces.counts()).toEqual({ labeled: 0, inferred: 0, unknown: 0, ignored: 0 });
  });

  it('is refused where a face is, which is named, and draws one face when it is asked for twice at once', async () => {
    const answers = await Promise.all([1, 2].map(() => gateway.ask(DRAW, { photoId, box: BOX })));
    const [refused] = answers.flatMap(({ errors }) => errors ?? []);
    const [drawn] = answers.flatMap(({ data }) => data?.drawFace ?? []);
    expect(refused?.extensions).toMatchObject({ code: 'FACE_EXISTS', about: drawn.id });
    expect(await gateway.ports.faces.counts()).toMatchObject({ unknown: 1 });
  });

  it('is refused outside the photo, for a photo that is not there, and for one that cannot be read', async () => {
    const outside = { ...BOX, x: 0.95 };
    expect(await refusal(DRAW, { photoId, box: outside })).toMatchObject({ code: 'ARGUMENT_INVALID' });
    expect(await refusal(DRAW, { photoId: 'ab'.repeat(32), box: BOX })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusal(DRAW, { photoId: 'no id', box: BOX })).toMatchObject({ code: 'NOT_FOUND' });
    gateway.analysis.refusal = new KindredError('IMAGE_CORRUPT', 'It breaks off.');
    expect(await refusal(DRAW, { photoId, box: BOX })).toMatchObject({ code: 'IMAGE_CORRUPT' });
    expect(await crops()).toEqual([]);
    expect(await keysOf(gateway.ports, 'drawings/')).toEqual([]);
  });

  it('moves it with its label, and describes it anew', async () => {
    const { id, cropUrl } = await draw(BOX, { name: 'Ada' });
    await gateway.ports.vectors.upsert(aPackName('older-pack'), [{ face: id, vector: aUnitVector(1) }]);
    const moved = await move(id, ELSEWHERE);
    expect(moved).toMatchObject({
      id,
      origin: 'DRAWN',
      state: 'LABELED',
      box: ELSEWHERE,
      person: { name: 'Ada' },
    });
    expect(moved.cropUrl).not.toBe(cropUrl);
    expect(await crops()).toEqual([(await stored(id)).cropKey]);
    expect(await vectorOf(id)).toEqual(aUnitVector(lookIn(ELSEWHERE)));
    expect(await vectorOf(id, aPackName('older-pack'))).toBeUndefined();
    expect(gateway.ports.bus.published('faces.detected')).toHaveLength(2);
  });

  it('may be moved a little, over itself, but not over another face', async () => {
    const { id } = await draw();
    const other = await draw(ELSEWHERE);
    const near = { ...BOX, x: BOX.x + 1 / 64 };
    expect((await move(id, near)).box).toEqual(near);
    expect(await refusal(MOVE, { faceId: id, box: ELSEWHERE })).toMatchObject({
      code: 'FACE_EXISTS',
      about: other.id,
    });
    expect((await stored(id)).box).toEqual(near);
  });

  it('leaves faces that a detector found where they are', async () => {
    const face = await gateway.face(1);
    expect(await refusal(MOVE, { faceId: face, box: BOX })).toMatchObject({ code: 'CONFLICT' });
    expect(await refusal(MOVE, { faceId: 'no id', box: BOX })).toMatchObject({ code: 'NOT_FOUND' });
  });

  describe('that is interrupted', () => {
    const process = (ports: TestPorts) => {
      const people = new People(ports, new PeopleActions(ports));
      return new Drawing(ports, gateway.analysis, new Labeling(ports, people), people);
    };
    const states = async () => {
      const faces = await gateway.ports.faces.ofPhoto(photoId as never);
      const entries = await Promise.all(
        faces.map(async ({ id, box, origin, cropKey, standing }) => ({
          box,
          origin,
          isCropped: (await gateway.ports.objects.head(cropKey)) !== null,
          isDescribed: (await vectorOf(id))?.[0] === aUnitVector(lookIn(box))[0],
          state: standing.state,
        })),
      );
      return {
        entries,
        crops: (await crops()).length,
        vectors: await gateway.ports.vectors.count(aPackName()),
      };
    };

    const whole = (box: Box, state: string) => ({
      entries: [{ box, origin: 'drawn', isCropped: true, isDescribed: true, state }],
      crops: 1,
      vectors: 1,
    });

    it.each<Interruption>(['crash', 'refused', 'lost answer'])(
      'by a %s at any of its writes is finished at the next start, or nothing is left of it',
      async (how) => {
        const counted = interruptedPorts(gateway.ports, 0, how);
        await process(counted.ports).draw(photoId, BOX, { name: 'Ada' });
        expect(counted.writes).toBeGreaterThanOrEqual(8);
        for (let at = 1; at <= counted.writes; at += 1) {
          await gateway.close();
          gateway = await TestGateway.open();
          photoId = (await gateway.photo('drawn on', { bytes: BYTES })).id;
          const interrupted = interruptedPorts(gateway.ports, at, how);
          const drawn = await process(interrupted.ports)
            .draw(photoId, BOX, { name: 'Ada' })
            .catch(() => null);
          await process(gateway.ports).finishInterrupted();
          const now = await states();
          // Of the first write, the order itself, nothing need be left; whatever came after it is not lost.
          if (now.entries.length > 0 || drawn !== null || at > 1) expect(now).toEqual(whole(BOX, 'labeled'));
          else expect(now).toEqual({ entries: [], crops: 0, vectors: 0 });
          expect(await keysOf(gateway.ports, 'drawings/')).toEqual([]);
          if (now.entries.length > 0) {
            expect(gateway.ports.bus.published('faces.detected').length).toBeGreaterThanOrEqual(1);
          }
        }
      },
    );

    it.each<Interruption>(['crash', 'refused', 'lost answer'])(
      'by a %s while it is moved ends whole, where it was or where it goes',
      async (how) => {
        for (let at = 1; at <= 8; at += 1) {
          await gateway.close();
          gateway = await TestGateway.open();
          photoId = (await gateway.photo('drawn on', { bytes: BYTES })).id;
          const { id } = await process(gateway.ports).draw(photoId, BOX, null);
          await process(interruptedPorts(gateway.ports, at, how).ports)
            .move(id, ELSEWHERE)
            .catch(() => null);
          await process(gateway.ports).finishInterrupted();
          const now = await states();
          expect(now).toEqual(whole(now.entries[0]!.box, 'unknown'));
          if (at > 1) expect(now.entries[0]!.box).toEqual(ELSEWHERE);
          expect(await keysOf(gateway.ports, 'drawings/')).toEqual([]);
        }
      },
    );

    /** A process that dies when it has written this many things. */
    const dieAfter = async (writes: number, work: (drawing: Drawing) => Promise<unknown>) => {
      await work(process(interruptedPorts(gateway.ports, writes + 1, 'crash').ports)).catch(() => undefined);
    };

    it('gives way to the same face drawn again meanwhile', async () => {
      await dieAfter(3, (drawing) => drawing.draw(photoId, BOX, null));
      const again = await draw();
      await process(gateway.ports).finishInterrupted();
      expect(await gateway.ports.faces.ofPhoto(photoId as never)).toMatchObject([{ id: again.id }]);
      expect(await states()).toEqual(whole(BOX, 'unknown'));
    });

    it('leaves a face where it is when the place it was moved to is taken, and keeps it', async () => {
      const { id } = await draw(BOX, { name: 'Ada' });
      await dieAfter(1, (drawing) => drawing.move(id, ELSEWHERE));
      await draw(ELSEWHERE);
      await process(gateway.ports).finishInterrupted();
      expect(await stored(id)).toMatchObject({ box: BOX, standing: { state: 'labeled' } });
      expect(await crops()).toHaveLength(2);
    });

    it('does not undo what was said since', async () => {
      await dieAfter(6, (drawing) => drawing.draw(photoId, BOX, { name: 'Ada' }));
      const [face] = await gateway.ports.faces.ofPhoto(photoId as never);
      const eve = await gateway.named('Eve');
      await recordDecisions(gateway.ports, [anAssignment(face!.id, eve, { photo: face!.photo })]);
      await process(gateway.ports).finishInterrupted();
      expect(await gateway.standing(face!.id)).toEqual({ state: 'labeled', person: eve });
    });

    it('leaves a face that was deleted since to be brought back, and draws it no more', async () => {
      await dieAfter(6, (drawing) => drawing.draw(photoId, BOX, null));
      const [face] = await gateway.ports.faces.ofPhoto(photoId as never);
      await recordDecisions(gateway.ports, [aDeletion(face!.id, { photo: face!.photo })]);
      await process(gateway.ports).finishInterrupted();
      expect(await states()).toEqual({ entries: [], crops: 1, vectors: 1 });
      expect((await gateway.ports.faces.deletedAmong([face!.id])).map(({ id }) => id)).toEqual([face!.id]);
      expect(await keysOf(gateway.ports, 'drawings/')).toEqual([]);
    });

    it('waits for the next start while the photo cannot be read for a passing reason', async () => {
      await dieAfter(3, (drawing) => drawing.draw(photoId, BOX, null));
      gateway.analysis.refusal = new KindredError('STORE_UNAVAILABLE', 'Not now.', { transient: true });
      await process(gateway.ports).finishInterrupted();
      gateway.analysis.refusal = null;
      await process(gateway.ports).finishInterrupted();
      expect(await states()).toEqual(whole(BOX, 'unknown'));
    });
  });
});

async function keysOf({ objects }: Pick<TestPorts, 'objects'>, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of objects.list(prefix)) keys.push(key);
  return keys;
}
