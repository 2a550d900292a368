import { type Box, deletedFacesOf, type Face, type LoggedDecision, SAME_FACE_OVERLAP } from '@kindred/domain';
import { aDeletion, aFace, aFaceId, anAssignment, aPersonId, aRestoration } from '@kindred/testing';
import fc from 'fast-check';
import { deletedBefore, matchFaces } from './match-faces';

const boxAt = (x: number, width = 0.2): Box => ({ x, y: 0.2, width, height: 0.2 });
const detectionAt = (x: number, width?: number) => ({ box: boxAt(x, width) });
const faceAt = (seed: number, x: number): Face => ({
  ...aFace({ seed, box: boxAt(x) }),
  standing: { state: 'unknown', person: null },
});
const deletedAt = (seed: number, x: number) => ({ id: aFaceId(seed), box: boxAt(x) });

describe('matching detections with the faces of a photo', () => {
  it('recognises a face whose box moved a little', () => {
    const { recognitions, missing } = matchFaces([detectionAt(0.22)], [faceAt(1, 0.2)], []);
    expect(recognitions).toMatchObject([{ kind: 'present', face: { id: aFaceId(1) } }]);
    expect(missing).toEqual([]);
  });

  it('takes a box that overlaps less than half for another face', () => {
    const { recognitions, missing } = matchFaces([detectionAt(0.29)], [faceAt(1, 0.2)], []);
    expect(recognitions).toMatchObject([{ kind: 'new' }]);
    expect(missing).toMatchObject([{ id: aFaceId(1) }]);
  });

  it('gives each face one detection, the one that overlaps most', () => {
    const detections = [detectionAt(0.22), detectionAt(0.205)];
    const { recognitions } = matchFaces(detections, [faceAt(1, 0.2)], []);
    expect(recognitions.map(({ kind }) => kind)).toEqual(['new', 'present']);
  });

  it('prefers a face that is there to one that was deleted, however well that one fits', () => {
    const { recognitions } = matchFaces([detectionAt(0.2)], [faceAt(1, 0.25)], [deletedAt(2, 0.2)]);
    expect(recognitions).toMatchObject([{ kind: 'present', face: { id: aFaceId(1) } }]);
  });

  it('recognises where a face was deleted', () => {
    const { recognitions } = matchFaces([detectionAt(0.2)], [], [deletedAt(2, 0.21)]);
    expect(recognitions).toMatchObject([{ kind: 'deleted', face: { id: aFaceId(2) } }]);
  });

  it('never gives one face to two detections, loses no face, and answers in the order of the detections', () => {
    const boxes = fc.array(fc.double({ min: 0, max: 0.8, noNaN: true }), { maxLength: 12 });
    fc.assert(
      fc.property(boxes, boxes, boxes, (seen, there, gone) => {
        const detections = seen.map((x) => detectionAt(x));
        const present = there.map((x, index) => faceAt(index, x));
        const deleted = gone.map((x, index) => deletedAt(1000 + index, x));
        const { recognitions, missing } = matchFaces(detections, present, deleted);
        expect(recognitions.map(({ detection }) => detection)).toEqual(detections);
        const matched = recognitions.flatMap((found) => (found.kind === 'new' ? [] : [found.face.id]));
        expect(new Set(matched).size).toBe(matched.length);
        const seenAgain = recognitions.flatMap((found) => (found.kind === 'present' ? [found.face.id] : []));
        const everybody = [...seenAgain, ...missing.map(({ id }) => id)].sort();
        expect(everybody).toEqual(present.map(({ id }) => id).sort());
      }),
    );
  });

  it('calls two boxes one face from half of their union on', () => {
    expect(SAME_FACE_OVERLAP).toBe(0.5);
    expect(matchFaces([detectionAt(0, 0.4)], [faceAt(1, 0)], []).recognitions[0]?.kind).toBe('present');
    expect(matchFaces([detectionAt(0, 0.41)], [faceAt(1, 0)], []).recognitions[0]?.kind).toBe('new');
  });
});

describe('the deleted faces of a photo', () => {
  const [first, second] = [aFaceId(1), aFaceId(2)];
  const noon = '2026-01-01T12:00:00.000Z';
  const later = '2026-01-01T13:00:00.000Z';
  const logged = (...decisions: Omit<LoggedDecision, 'sequence'>[]) =>
    decisions.map((decision, index) => ({ ...decision, sequence: index + 1 }) as LoggedDecision);

  it('are those with a deletion and without a row, at the place where they were last', () => {
    const moved = { ...aDeletion(first), kind: 'delete' as const, box: boxAt(0.5) };
    const log = logged(
      aDeletion(first),
      aRestoration(first),
      moved,
      aDeletion(second),
      anAssignment(aFaceId(3), aPersonId()),
    );
    expect(deletedFacesOf(log, [{ ...faceAt(2, 0.1), id: second }])).toEqual([
      { id: first, box: boxAt(0.5) },
    ]);
  });

  it('are deleted before a time when nothing said after it is the reason', () => {
    expect(deletedBefore(logged(aDeletion(first, { at: noon })), noon)).toEqual(new Set([first]));
    expect(deletedBefore(logged(aDeletion(first, { at: later })), noon)).toEqual(new Set());
    const restored = logged(aDeletion(first, { at: noon }), aRestoration(first, { at: later }));
    expect(deletedBefore(restored, noon)).toEqual(new Set());
    const again = logged(aDeletion(first, { at: noon }), aDeletion(first, { at: later }));
    expect(deletedBefore(again, noon)).toEqual(new Set());
  });
});
