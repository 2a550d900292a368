import { ApiError, UNREACHABLE } from '../api/api-error';
import { type Face } from '../faces/face-criteria';
import { FaceLedger } from '../faces/face-ledger';
import { PersonBook } from '../people/person-book';
import { aFace, aPerson, facePerson, fakeApi, labeledAs } from '../testing/faces';
import { ToastBoard } from '../toasts/toast-board';
import { UndoStack } from '../undo/undo-stack';
import { FaceActions } from './face-actions';

type Asked = { faceIds?: string[]; name?: string; faces?: { faceId: string; now: number; asAt: number }[] };

describe('what is done to faces', () => {
  const inferred = (id: string) =>
    aFace(id, { state: 'INFERRED', confidence: 0.7, person: facePerson('Ada') });
  let ledger: FaceLedger;
  let toasts: ToastBoard;
  let undo: UndoStack;
  let actions: FaceActions;
  let api: ReturnType<typeof fakeApi>;
  let refused: Set<string>;
  let unreachable: boolean;
  /** Faces that the gateway answers nothing of, since they are deleted. */
  let deleted: Set<string>;
  let place: number;
  /** What the gateway knows: every word that was said of a face, by place. */
  let said: Map<string, { at: number; face: Face }[]>;

  beforeEach(() => {
    [refused, deleted, unreachable, place, said] = [new Set(), new Set(), false, 0, new Map()];
    const first = [inferred('a'), inferred('b'), labeledAs('c', 'Cleo')];
    for (const face of first) said.set(face.id, [{ at: 0, face }]);
    api = fakeApi(({ faceIds, name, faces }: Asked) => {
      if (unreachable) throw new ApiError(UNREACHABLE, 'Kindred does not answer.', null);
      const ids = faceIds ?? faces!.map(({ faceId }) => faceId);
      const results = ids.map((id) => {
        const words = said.get(id)!;
        const again = faces?.find(({ faceId }) => faceId === id);
        const before = words.at(-1)!.at;
        if (refused.has(id)) {
          return { id, face: null, said: null, failure: { code: 'CONFLICT', message: 'No.', hint: null } };
        }
        const face = again
          ? words.findLast(({ at }) => at <= again.asAt)!.face
          : name
            ? labeledAs(id, name)
            : aFace(id);
        words.push({ at: ++place, face });
        return { id, face: deleted.has(id) ? null : face, failure: null, said: { before, now: place } };
      });
      const person = name ? aPerson(name) : null;
      const payload = { results, person };
      return {
        labelFaces: payload,
        unlabelFaces: payload,
        rejectFaces: payload,
        ignoreFaces: payload,
        stopIgnoringFaces: payload,
        deleteFaces: payload,
        sayAgain: payload,
      };
    });
    ledger = new FaceLedger();
    ledger.receive(first);
    toasts = new ToastBoard(() => undefined);
    undo = new UndoStack(toasts, () => undefined);
    const nothing = () => undefined;
    actions = new FaceActions(
      api,
      ledger,
      new PersonBook(api, nothing),
      toasts,
      undo,
      nothing,
      nothing,
      nothing,
    );
  });
  const texts = () => toasts.toasts.map(({ text }) => text);
  const state = (id: string) => ledger.get(id)?.state;

  it('is taken back exactly, for every face as it was', async () => {
    await actions.label(['a', 'c'], { personId: null, name: 'Dana' });
    expect([ledger.get('a'), ledger.get('c')]).toEqual([labeledAs('a', 'Dana'), labeledAs('c', 'Dana')]);
    expect(await undo.undo()).toBe(true);
    expect([ledger.get('a'), ledger.get('c')]).toEqual([inferred('a'), labeledAs('c', 'Cleo')]);
    expect(api.asked.at(-1)).toEqual({
      faces: [
        { faceId: 'a', now: 1, asAt: 0 },
        { faceId: 'c', now: 2, asAt: 0 },
      ],
    });
  });

  it('is done again by saying again what was said', async () => {
    await actions.reject(['a', 'b']);
    await undo.undo();
    expect([state('a'), state('b')]).toEqual(['INFERRED', 'INFERRED']);
    await undo.redo();
    expect([state('a'), state('b')]).toEqual(['UNKNOWN', 'UNKNOWN']);
    await undo.undo();
    expect(state('a')).toBe('INFERRED');
  });

  it('shows at once, also when it is taken back', async () => {
    const labeling = actions.unlabel(['c']);
    expect(state('c')).toBe('UNKNOWN');
    await labeling;
    const undoing = undo.undo();
    await Promise.resolve();
    await Promise.resolve();
    expect(state('c')).toBe('LABELED');
    await undoing;
    expect(state('c')).toBe('LABELED');
  });

  it('takes back only what succeeded', async () => {
    refused.add('b');
    await actions.reject(['a', 'b']);
    expect([state('a'), state('b')]).toEqual(['UNKNOWN', 'INFERRED']);
    await undo.undo();
    expect(api.asked.at(-1)).toEqual({ faces: [{ faceId: 'a', now: 1, asAt: 0 }] });
  });

  it('offers nothing to undo when it was refused, and says why', async () => {
    refused.add('a');
    expect(await actions.reject(['a'])).toBeNull();
    expect(undo.undoable).toBeNull();
    expect(toasts.toasts).toMatchObject([{ tone: 'failed', details: ['No.'] }]);
  });

  it('brings deleted faces back as they were, and deletes them again', async () => {
    await actions.remove(['a', 'c']);
    expect([ledger.get('a'), ledger.get('c'), texts()]).toEqual([
      null,
      null,
      [expect.stringContaining('deleted')],
    ]);
    expect(await undo.undo()).toBe(true);
    expect([ledger.get('a'), ledger.get('c')]).toEqual([inferred('a'), labeledAs('c', 'Cleo')]);
    deleted = new Set(['a', 'c']);
    expect(await undo.redo()).toBe(true);
    expect([ledger.get('a'), ledger.get('c')]).toEqual([null, null]);
    deleted = new Set();
    expect(await undo.undo()).toBe(true);
    expect(ledger.get('c')).toEqual(labeledAs('c', 'Cleo'));
  });

  it('ignores faces at once, and takes that back', async () => {
    const ignoring = actions.ignore(['a', 'c']);
    expect([state('a'), ledger.get('c')?.person]).toEqual(['IGNORED', null]);
    await ignoring;
    expect(texts()).toEqual(['2 faces ignored.']);
    await undo.undo();
    expect([ledger.get('a'), ledger.get('c')]).toEqual([inferred('a'), labeledAs('c', 'Cleo')]);
  });

  it('shows whom the gateway says a face is that is no longer ignored', async () => {
    ledger.receive([aFace('c', { state: 'IGNORED' })]);
    const stopping = actions.stopIgnoring(['c']);
    expect(state('c')).toBe('UNKNOWN');
    await stopping;
    expect(ledger.get('c')).toEqual(aFace('c'));
    expect(texts()).toEqual(['1 face no longer ignored.']);
  });

  it('stays done when taking it back is refused, and can be taken back later when nobody answered', async () => {
    await actions.unlabel(['c']);
    unreachable = true;
    expect(await undo.undo()).toBe(false);
    expect(state('c')).toBe('UNKNOWN');
    unreachable = false;
    expect(await undo.undo()).toBe(true);
    expect(state('c')).toBe('LABELED');
    refused.add('c');
    expect(await undo.redo()).toBe(false);
    expect([state('c'), undo.redoable]).toEqual(['LABELED', null]);
  });

  it('is told in a message, unless whoever asks shows it', async () => {
    await actions.unlabel(['c']);
    await actions.confirm(['a'], { quiet: true });
    expect(texts()).toEqual(['1 face unlabeled.']);
    expect(undo.undoable?.text).toBe('1 face confirmed.');
  });
});
