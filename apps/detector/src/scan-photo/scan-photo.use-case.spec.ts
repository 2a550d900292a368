import { rm, writeFile } from 'node:fs/promises';
import { type Face, KindredError } from '@kindred/domain';
import { aPackName, aUnitVector } from '@kindred/testing';
import { interruptedPorts } from '@kindred/testing-standalone';
import { portsMeanwhile } from '../testing/ports-meanwhile';
import { place, ScanTest } from '../testing/scan-test';
import { lookIn } from '../testing/seeing-analyser';

jest.setTimeout(120_000);

const ids = (faces: readonly Face[]) => faces.map(({ id }) => id).sort();

describe('scanning a photo', () => {
  let test: ScanTest;

  beforeEach(async () => {
    test = await ScanTest.open();
  });
  afterEach(() => test.close());

  it('stores each face with its crop and embedding, ends the scan, and tells the trainer', async () => {
    const photo = await test.photo('two', [
      { box: place(1), look: 1 },
      { box: place(5), look: 2 },
    ]);
    const faces = await test.scan(photo.id);

    expect(faces).toHaveLength(2);
    for (const { id, cropKey, origin, pack, standing, photo: of } of faces) {
      expect({ of, origin, pack, standing }).toEqual({
        of: photo.id,
        origin: 'detected',
        pack: aPackName(),
        standing: { state: 'unknown', person: null },
      });
      expect((await test.ports.objects.get(cropKey)).toString()).toMatch(/^crop of [12]$/);
      expect(cropKey).toContain(id);
    }
    expect(await test.vectorIds()).toEqual(ids(faces));
    expect(await test.scanOf(photo.id)).toMatchObject({ state: 'scanned', pack: aPackName(), faces: 2 });
    const [event] = test.ports.bus.published('faces.detected');
    expect(event?.data).toMatchObject({ photo: photo.id, pack: aPackName() });
    expect([...event!.data.faces].sort()).toEqual(ids(faces));
  });

  it('ends well without any face', async () => {
    const photo = await test.photo('landscape', []);
    expect(await test.scan(photo.id)).toEqual([]);
    expect(await test.scanOf(photo.id)).toMatchObject({ state: 'scanned', faces: 0 });
  });

  it('dates faces by when the photo was taken', async () => {
    const photo = await test.photo('dated', [{ box: place(1), look: 1 }]);
    const [face] = await test.scan(photo.id);
    expect(face?.photoDate).toBe(photo.ingestedAt);
  });

  describe('again', () => {
    it('changes nothing when the same message is delivered again', async () => {
      const photo = await test.photo('once', [{ box: place(1), look: 1 }]);
      const event = await test.announcement(photo.id);
      const detector = test.detector();
      await detector.scan(event);
      const faces = await test.faces(photo.id);
      test.ports.clock.advance(60_000);
      await detector.scan(event);
      await test.detector().scan(event);
      expect(await test.faces(photo.id)).toEqual(faces);
      expect(test.analyser.calls).toBe(1);
      expect(test.ports.bus.published('faces.detected')).toHaveLength(1);
    });

    it('tells the trainer again when it is not known whether it was told', async () => {
      const photo = await test.photo('once', [{ box: place(1), look: 1 }]);
      const event = await test.announcement(photo.id);
      test.ports.bus.setOnline(false);
      await expect(test.detector().scan(event)).rejects.toMatchObject({
        code: 'BUS_UNAVAILABLE',
        transient: true,
      });
      test.ports.bus.setOnline(true);
      await test.detector().scan(event);
      expect(test.ports.bus.published('faces.detected')).toMatchObject([
        { data: { faces: ids(await test.faces(photo.id)) } },
      ]);
      expect(test.analyser.calls).toBe(1);
    });

    it('gives a photo that two detectors take at once each face once', async () => {
      const photo = await test.photo('shared', [
        { box: place(1), look: 1 },
        { box: place(5), look: 2 },
      ]);
      const event = await test.announcement(photo.id);
      await Promise.all([test.detector().scan(event), test.detector().scan(event)]);
      const faces = await test.faces(photo.id);
      expect(faces).toHaveLength(2);
      expect(await test.vectorIds()).toEqual(ids(faces));
      expect(await test.crops()).toEqual(faces.map(({ cropKey }) => cropKey).sort());
      expect(test.ports.bus.published('faces.detected')).toHaveLength(1);
      const metrics = await test.ports.metrics.photosScanned.get();
      expect(metrics.values).toMatchObject([{ value: 1 }]);
    });

    it('gives a face the same id in every library', async () => {
      const photo = await test.photo('known', [{ box: place(1), look: 1 }]);
      const [face] = await test.scan(photo.id);
      expect(face?.id).toBe('de36978a-3d8a-5d88-9166-0fde7d60a153');
    });

    it('ignores a message for a job that another one took the photo from', async () => {
      const photo = await test.photo('taken over', [{ box: place(1), look: 1 }]);
      const stale = await test.announcement(photo.id);
      await test.rescan();
      await test.detector().scan(stale);
      expect(test.analyser.calls).toBe(0);
      expect(await test.scanOf(photo.id)).toMatchObject({ state: 'pending' });
    });

    it('leaves the photo to a job that takes it over meanwhile', async () => {
      const photo = await test.photo('taken over', [{ box: place(1), look: 1 }]);
      const event = await test.announcement(photo.id);
      test.analyser.meanwhile = async () => void (await test.rescan());
      await test.detector().scan(event);
      expect(await test.scanOf(photo.id)).toMatchObject({ state: 'pending', restoreDeleted: true });
      test.analyser.meanwhile = () => Promise.resolve();
      expect(await test.scan(photo.id)).toHaveLength(1);
    });
  });

  describe('that was scanned before', () => {
    it('keeps the id, the label, the rejections and the date of detection of a face that moved a little', async () => {
      const photo = await test.photo('portrait', [{ box: place(1), look: 1 }]);
      const [face] = await test.scan(photo.id);
      const ada = await test.label(face!, 'Ada');
      const eve = await test.reject(face!, 'Eve');
      test.nowSees(photo, [{ box: place(1, 0.01), look: 2, crop: 'a better crop' }]);
      await test.rescan();
      const [again, ...others] = await test.scan(photo.id);

      expect(others).toEqual([]);
      expect(again).toMatchObject({
        id: face!.id,
        box: place(1, 0.01),
        detectedAt: face!.detectedAt,
        standing: { state: 'labeled', person: ada },
      });
      expect((await test.ports.faces.rejectionsOf([face!.id])).get(face!.id)).toEqual(new Set([eve]));
      const vectors = await test.ports.vectors.get(aPackName(), [face!.id]);
      expect(vectors.get(face!.id)).toEqual(aUnitVector(2, 32));
    });

    it('replaces the crop of a face and removes the old one', async () => {
      const photo = await test.photo('portrait', [{ box: place(1), look: 1 }]);
      const [face] = await test.scan(photo.id);
      test.nowSees(photo, [{ box: place(1), look: 1, crop: 'a better crop' }]);
      await test.rescan();
      const [again] = await test.scan(photo.id);
      expect(again!.cropKey).not.toBe(face!.cropKey);
      expect(await test.crops()).toEqual([again!.cropKey]);
      expect((await test.ports.objects.get(again!.cropKey)).toString()).toBe('a better crop');
    });

    it('keeps the crop of a face that looks the same', async () => {
      const photo = await test.photo('portrait', [{ box: place(1), look: 1 }]);
      const [face] = await test.scan(photo.id);
      await test.rescan();
      const [again] = await test.scan(photo.id);
      expect(again!.cropKey).toBe(face!.cropKey);
      expect(await test.crops()).toEqual([face!.cropKey]);
    });

    it('keeps labels and ids through a change of the model pack', async () => {
      const photo = await test.photo('portrait', [
        { box: place(1), look: 1 },
        { box: place(5), look: 2 },
      ]);
      const before = await test.scan(photo.id);
      const labeled = before.find(({ box }) => box.x === place(1).x)!;
      const ada = await test.label(labeled, 'Ada');
      test.nowSees(photo, [
        { box: place(5, 0.01), look: 20 },
        { box: place(1, 0.01), look: 10 },
      ]);
      await test.rescan();
      const other = aPackName('another-pack');
      const after = await test.scan(photo.id, test.detector({ pack: other }));

      expect(ids(after)).toEqual(ids(before));
      expect(after.every(({ pack }) => pack === other)).toBe(true);
      expect(after.find(({ id }) => id === labeled.id)?.standing).toEqual({ state: 'labeled', person: ada });
      expect(await test.vectorIds(other)).toEqual(ids(before));
    });

    it('removes a face that is not seen any more and that nobody decided about, with crop and embedding', async () => {
      const photo = await test.photo('mistake', [
        { box: place(1), look: 1 },
        { box: place(5), look: 2 },
      ]);
      await test.scan(photo.id);
      test.nowSees(photo, [{ box: place(1), look: 1 }]);
      await test.rescan();
      const faces = await test.scan(photo.id);
      expect(faces).toMatchObject([{ box: place(1) }]);
      expect(await test.vectorIds()).toEqual(ids(faces));
      expect(await test.crops()).toEqual([faces[0]!.cropKey]);
      expect(await test.scanOf(photo.id)).toMatchObject({ faces: 1 });
    });

    it('keeps a labeled face and a rejected one that are not seen any more', async () => {
      const photo = await test.photo('decided', [
        { box: place(1), look: 1 },
        { box: place(5), look: 2 },
      ]);
      const before = await test.scan(photo.id);
      await test.label(before[0]!, 'Ada');
      await test.reject(before[1]!, 'Ada');
      test.nowSees(photo, []);
      await test.rescan();
      expect(await test.scan(photo.id)).toEqual(await test.faces(photo.id));
      expect(ids(await test.faces(photo.id))).toEqual(ids(before));
      expect(await test.crops()).toHaveLength(2);
      expect(await test.vectorIds()).toEqual(ids(before));
    });

    it('keeps a face that somebody drew exactly where it was drawn, seen or not', async () => {
      const photo = await test.photo('drawn', [{ box: place(1), look: 1 }]);
      const [face] = await test.scan(photo.id);
      const drawn = await test.draw(face!);
      test.nowSees(photo, [{ box: place(1, 0.01), look: 2, crop: 'as the detector sees it' }]);
      await test.rescan();
      expect(await test.scan(photo.id)).toEqual([drawn]);
      test.nowSees(photo, []);
      await test.rescan();
      expect(await test.scan(photo.id)).toEqual([drawn]);
      expect(await test.crops()).toEqual([drawn.cropKey]);
      expect(await test.vectorOf(drawn)).toEqual(aUnitVector(1, 32));
    });

    it('gives faces that stay and that a new model pack does not see a vector of it, from where they are', async () => {
      const photo = await test.photo('unseen', [
        { box: place(1), look: 1 },
        { box: place(3), look: 2 },
        { box: place(5), look: 3 },
      ]);
      const before = await test.scan(photo.id);
      const at = (column: number) => before.find(({ box }) => box.x === place(column).x)!;
      await test.draw(at(1));
      await test.label(at(3), 'Ada');
      test.nowSees(photo, [{ box: place(1, 0.01), look: 10 }]);
      await test.rescan();
      const other = aPackName('another-pack');
      const after = await test.scan(photo.id, test.detector({ pack: other }));

      expect(ids(after)).toEqual(ids([at(1), at(3)]));
      expect(await test.vectorIds(other)).toEqual(ids(after));
      for (const column of [1, 3]) {
        expect(await test.vectorOf(at(column), other)).toEqual(aUnitVector(lookIn(place(column)), 32));
      }
      expect(test.ports.bus.published('faces.detected').at(-1)?.data).toMatchObject({ pack: other });
      const calls = test.analyser.calls;
      await test.rescan();
      await test.scan(photo.id, test.detector({ pack: other }));
      expect(test.analyser.calls).toBe(calls + 1);
    });
  });

  it('leaves ignored faces ignored, seen or not, whatever pack looks, and also when they were deleted', async () => {
    const photo = await test.photo('strangers', [
      { box: place(1), look: 1 },
      { box: place(5), look: 2 },
    ]);
    const faces = await test.scan(photo.id);
    for (const face of faces) await test.ignore(face);
    await test.delete(faces[0]!);
    test.nowSees(photo, [{ box: faces[0]!.box, look: 1 }]);
    await test.rescan();
    const after = await test.scan(photo.id, test.detector({ pack: aPackName('another-pack') }));
    expect(ids(after)).toEqual(ids(faces));
    for (const { standing } of after) expect(standing).toEqual({ state: 'ignored', person: null });
  });

  describe('from which faces were deleted', () => {
    it('leaves them deleted unless the scan is there to bring them back', async () => {
      const photo = await test.photo('crowd', [
        { box: place(1), look: 1 },
        { box: place(5), look: 2 },
      ]);
      const before = await test.scan(photo.id);
      await test.delete(before[0]!);
      await test.rescan('all', false);
      const faces = await test.scan(photo.id);
      expect(ids(faces)).toEqual([before[1]!.id]);
      expect(await test.vectorIds()).toEqual([before[1]!.id]);
      expect(await test.crops()).toEqual([before[1]!.cropKey]);
    });

    it('brings them back with their ids and rejections, without their label', async () => {
      const photo = await test.photo('crowd', [{ box: place(1), look: 1 }]);
      const [face] = await test.scan(photo.id);
      const eve = await test.reject(face!, 'Eve');
      await test.label(face!, 'Ada');
      await test.delete(face!);
      expect(await test.crops()).toEqual([]);
      test.nowSees(photo, [{ box: place(1, 0.01), look: 1 }]);
      await test.rescan();
      const faces = await test.scan(photo.id);
      expect(faces).toMatchObject([{ id: face!.id, standing: { state: 'unknown', person: null } }]);
      expect((await test.ports.faces.rejectionsOf([face!.id])).get(face!.id)).toEqual(new Set([eve]));
      expect(await test.crops()).toHaveLength(1);
      expect(await test.vectorIds()).toEqual([face!.id]);
    });

    it('keeps what can still be brought back as it is, with a vector of a new model pack', async () => {
      const photo = await test.photo('crowd', [{ box: place(1), look: 1 }]);
      const [face] = await test.scan(photo.id);
      await test.hide(face!);
      test.nowSees(photo, [{ box: place(1, 0.01), look: 2, crop: 'another crop' }]);
      await test.rescan('all', false);
      const other = aPackName('another-pack');
      expect(await test.scan(photo.id, test.detector({ pack: other }))).toEqual([]);
      expect(await test.crops()).toEqual([face!.cropKey]);
      expect(await test.vectorOf(face!)).toEqual(aUnitVector(1, 32));
      expect(await test.vectorIds(other)).toEqual([face!.id]);
      await test.restore(face!);
      expect(await test.faces(photo.id)).toEqual([face]);
    });

    it('brings back what could still be brought back, as what is erased', async () => {
      const photo = await test.photo('crowd', [{ box: place(1), look: 1 }]);
      const [face] = await test.scan(photo.id);
      const eve = await test.reject(face!, 'Eve');
      await test.label(face!, 'Ada');
      await test.hide(face!);
      test.nowSees(photo, [{ box: place(1, 0.01), look: 1, crop: 'another crop' }]);
      await test.rescan();
      const faces = await test.scan(photo.id);
      expect(faces).toMatchObject([{ id: face!.id, standing: { state: 'unknown', person: null } }]);
      expect((await test.ports.faces.rejectionsOf([face!.id])).get(face!.id)).toEqual(new Set([eve]));
      expect(await test.crops()).toEqual([faces[0]!.cropKey]);
      expect(await test.ports.faces.deletedAmong([face!.id])).toEqual([]);
    });

    it('leaves one deleted again that was brought back before', async () => {
      const photo = await test.photo('crowd', [{ box: place(1), look: 1 }]);
      const [face] = await test.scan(photo.id);
      await test.delete(face!);
      await test.rescan();
      const [back] = await test.scan(photo.id);
      await test.delete(back!);
      await test.rescan('all', false);
      expect(await test.scan(photo.id)).toEqual([]);
      await test.rescan();
      expect(await test.scan(photo.id)).toMatchObject([{ id: face!.id }]);
    });

    it('leaves deleted what was deleted after the rescan was asked for', async () => {
      const photo = await test.photo('crowd', [{ box: place(1), look: 1 }]);
      const [face] = await test.scan(photo.id);
      await test.rescan();
      await test.delete(face!);
      expect(await test.scan(photo.id)).toEqual([]);
    });

    it('leaves deleted what is deleted after this very scan brought it back, however often it is delivered', async () => {
      const photo = await test.photo('crowd', [{ box: place(1), look: 1 }]);
      const [face] = await test.scan(photo.id);
      await test.delete(face!);
      await test.rescan();
      const event = await test.announcement(photo.id);
      const died = interruptedPorts(test.ports, 5, 'crash');
      await expect(test.detector({ ports: died.ports }).scan(event)).rejects.toThrow();
      const [back] = await test.faces(photo.id);
      await test.delete(back!);
      await test.detector().scan(event);
      expect(await test.faces(photo.id)).toEqual([]);
      expect(await test.crops()).toEqual([]);
      expect(await test.vectorIds()).toEqual([]);
    });
  });

  describe('about which somebody decides meanwhile', () => {
    /** Rescans a photo and lets something happen to its face before each call of the scan in turn. */
    async function atEachMoment(
      meanwhile: (test: ScanTest, face: Face) => Promise<void>,
      expectation: (test: ScanTest, face: Face, at: number) => Promise<void>,
      after: readonly { box: Face['box']; look: number; crop?: string }[],
    ): Promise<void> {
      for (let at = 1, reached = true; reached; at += 1) {
        const one = await ScanTest.open();
        try {
          const photo = await one.photo('moment', [{ box: place(1), look: 1 }]);
          const [face] = await one.scan(photo.id);
          one.nowSees(photo, after);
          await one.rescan();
          const watched = portsMeanwhile(one.ports, at, () => meanwhile(one, face!));
          await one.detector({ ports: watched.ports }).scan(await one.announcement(photo.id));
          reached = watched.calls >= at;
          if (!reached) expect(at).toBeGreaterThan(10);
          else await expectation(one, face!, at);
        } finally {
          await one.close();
        }
      }
    }

    it('a deletion wins at every moment, and nothing of the face is left that is not erased in time', async () => {
      await atEachMoment(
        (one, face) => one.delete(face),
        async (one, face, at) => {
          expect([at, await one.faces(face.photo)]).toEqual([at, []]);
          await one.erase(face);
          expect([at, await one.crops(), await one.vectorIds()]).toEqual([at, [], []]);
        },
        [{ box: place(1, 0.01), look: 1, crop: 'another crop' }],
      );
    });

    it('a label wins at every moment', async () => {
      await atEachMoment(
        async (one, face) => void (await one.label(face, 'Ada')),
        async (one, face, at) => {
          const [labeled] = await one.faces(face.photo);
          expect([at, labeled?.id, labeled?.standing.state]).toEqual([at, face.id, 'labeled']);
          expect(await one.crops()).toEqual([labeled!.cropKey]);
        },
        [{ box: place(1, 0.01), look: 1, crop: 'another crop' }],
      );
    });

    it('a label keeps a face that is not seen any more', async () => {
      const photo = await test.photo('turned away', [{ box: place(1), look: 1 }]);
      const [face] = await test.scan(photo.id);
      test.nowSees(photo, []);
      await test.rescan();
      test.analyser.meanwhile = async () => void (await test.label(face!, 'Ada'));
      expect(await test.scan(photo.id)).toMatchObject([{ id: face!.id, standing: { state: 'labeled' } }]);
      expect(await test.crops()).toEqual([face!.cropKey]);
      expect(await test.vectorIds()).toEqual([face!.id]);
    });
  });

  describe('that cannot be analysed', () => {
    it('ends as failed with code, sentence and hint when its file is gone, and is scanned once the file is back', async () => {
      const photo = await test.photo('moved', [{ box: place(1), look: 1 }]);
      const path = photo.original.kind === 'file' ? photo.original.path : '';
      await rm(path);
      await test.scan(photo.id);
      expect(await test.scanOf(photo.id)).toMatchObject({
        state: 'failed',
        failure: {
          code: 'FILE_VANISHED',
          message: `${path} is no longer there.`,
          hint: expect.stringMatching(/^Put the file back/),
        },
      });
      expect(test.ports.bus.published('faces.detected')).toEqual([]);

      await writeFile(path, 'the photo moved');
      await test.rescan('failed', false);
      expect(await test.scan(photo.id)).toHaveLength(1);
      expect(await test.scanOf(photo.id)).toMatchObject({ state: 'scanned' });
    });

    it('ends as failed when its file was changed, which the faces it had survive', async () => {
      const photo = await test.photo('edited', [{ box: place(1), look: 1 }]);
      const before = await test.scan(photo.id);
      await writeFile(photo.original.kind === 'file' ? photo.original.path : '', 'something else');
      await test.rescan();
      expect(await test.scan(photo.id)).toEqual(before);
      expect(await test.scanOf(photo.id)).toMatchObject({
        state: 'failed',
        failure: { code: 'FILE_CHANGED' },
      });
    });

    it('ends as failed when it is corrupt, without trying again', async () => {
      const corrupt = new KindredError('IMAGE_CORRUPT', 'The file breaks off.', {
        hint: 'Restore it from a backup.',
      });
      const photo = await test.photo('broken', corrupt);
      const event = await test.announcement(photo.id);
      await test.detector().scan(event);
      await test.detector().scan(event);
      expect(test.analyser.calls).toBe(1);
      expect(await test.scanOf(photo.id)).toMatchObject({
        state: 'failed',
        failure: {
          code: 'IMAGE_CORRUPT',
          message: 'The file breaks off.',
          hint: 'Restore it from a backup.',
        },
      });
      const failed = await test.ports.metrics.scansFailed.get();
      expect(failed.values).toMatchObject([{ value: 1, labels: { code: 'IMAGE_CORRUPT' } }]);
    });

    it.each([
      new KindredError('STORE_UNAVAILABLE', 'The disk does not answer.', { transient: true }),
      new KindredError('INTERNAL', 'A worker died.', { transient: true }),
      new Error('nobody expected this'),
    ])('is thrown back for another try when that may help: %p', async (error) => {
      const photo = await test.photo('unlucky', error);
      await expect(test.scan(photo.id)).rejects.toBe(error);
      expect(await test.scanOf(photo.id)).toMatchObject({ state: 'pending' });
    });

    it('is not given up when another detector has scanned it', async () => {
      const photo = await test.photo('slow', [{ box: place(1), look: 1 }]);
      const event = await test.announcement(photo.id);
      await test.detector().scan(event);
      await test.detector().giveUp(event, { code: 'INTERNAL', message: 'A worker died.' });
      expect(await test.scanOf(photo.id)).toMatchObject({ state: 'scanned' });
      expect((await test.ports.metrics.scansFailed.get()).values).toEqual([]);
    });
  });
});
