import { ApiError, CONFLICT, UNREACHABLE } from '../api/api-error';
import { type Face, type FaceCriteria } from '../faces/face-criteria';
import { FaceLedger } from '../faces/face-ledger';
import { type JobCardFragment } from '../graphql/generated/graphql';
import { AwaitedJobs } from '../jobs/awaited-jobs';
import { PersonBook } from '../people/person-book';
import { aFace, aJob, aPerson, facePerson, fakeApi, labeledAs } from '../testing/faces';
import { ToastBoard } from '../toasts/toast-board';
import { UndoStack } from '../undo/undo-stack';
import { BulkActions, type ManyFaces } from './bulk-actions';

type Asked = { selection?: { expectedCount: number }; actionId?: string };

describe('what is done to all faces that match', () => {
  const inferred = (id: string) =>
    aFace(id, { state: 'INFERRED', confidence: 0.7, person: facePerson('Ada') });
  const suggestions: FaceCriteria = { state: 'INFERRED', sort: 'DATE' };
  const all = (known: Partial<ManyFaces> = {}): ManyFaces => ({
    criteria: suggestions,
    except: new Set(['b']),
    count: 4711,
    ...known,
  });
  let ledger: FaceLedger;
  let toasts: ToastBoard;
  let undo: UndoStack;
  let jobs: AwaitedJobs;
  let bulk: BulkActions;
  let api: ReturnType<typeof fakeApi>;
  let state: JobCardFragment['state'];
  let refuse: ApiError | null;
  let refusals: object[];
  let saidNothing: boolean;
  let answered: Promise<void>;
  /** The gateway's faces, which are read again when a job is over. */
  let truth: Face[];
  let nextAction: number;

  beforeEach(() => {
    [state, refuse, refusals, saidNothing, nextAction] = ['COMPLETED', null, [], false, 1];
    answered = Promise.resolve();
    truth = [inferred('a'), inferred('b'), labeledAs('c', 'Cleo')];
    api = fakeApi(({ actionId }: Asked) => {
      if (refuse) throw refuse;
      const id = `action ${nextAction++}`;
      truth =
        actionId === undefined
          ? [labeledAs('a', 'Dana'), ...truth.slice(1)]
          : [inferred('a'), ...truth.slice(1)];
      const person = actionId === undefined ? aPerson('Dana') : null;
      if (saidNothing) return { action: { id: null, faceCount: 0, refusals, job: null, person } };
      const action = { id, faceCount: 4711, refusals, job: aJob({ id, state, kind: 'LABEL' }), person };
      return actionId === undefined ? { action } : { takeBack: { faces: action } };
    });
    ledger = new FaceLedger();
    ledger.receive(truth);
    const nothing = () => undefined;
    toasts = new ToastBoard(nothing);
    undo = new UndoStack(toasts, nothing);
    jobs = new AwaitedJobs(
      () => Promise.resolve(null),
      () => new Promise(nothing),
      nothing,
    );
    const lookAgain = () => Promise.resolve(ledger.receive(truth));
    const people = new PersonBook(api, nothing);
    bulk = new BulkActions(
      api,
      ledger,
      people,
      toasts,
      undo,
      jobs,
      () => answered,
      nothing,
      lookAgain,
      nothing,
    );
  });
  const dana = { personId: null, name: 'Dana' } as const;
  const texts = () => toasts.toasts.map(({ text }) => text);
  const names = () => ['a', 'b', 'c'].map((id) => ledger.get(id)?.person?.displayName);
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  it('is one request with the filter, what is left out and the number that was told', async () => {
    expect(await bulk.label(all(), dana)).toBeNull();
    expect(api.asked).toEqual([
      { selection: { filter: { state: 'INFERRED' }, except: ['b'], expectedCount: 4711 }, name: 'Dana' },
    ]);
    expect(texts()).toEqual(['4,711 faces labeled as Dana.']);
  });

  it('shows at once, but not on what was left out or does not match', async () => {
    const labeling = bulk.label(all(), dana);
    expect(names()).toEqual(['Dana', 'Ada', 'Cleo']);
    expect(ledger.staying(suggestions)).toEqual(new Set(['b']));
    await labeling;
    await settled();
    expect([names(), ledger.staying(suggestions)]).toEqual([['Dana', 'Ada', 'Cleo'], null]);
  });

  it('goes back exactly, and answers how many there are, when that is another number', async () => {
    refuse = new ApiError(CONFLICT, 'There are 4,712 such faces now.', null, null, 4712);
    expect(await bulk.confirm(all())).toBe(4712);
    expect([ledger.get('a'), undo.undoable, texts()]).toEqual([inferred('a'), null, []]);
  });

  it('goes back exactly, and says why, when nobody answers', async () => {
    refuse = new ApiError(UNREACHABLE, 'Kindred does not answer.', 'Is it on?');
    expect(await bulk.reject(all())).toBeNull();
    expect(ledger.get('a')).toEqual(inferred('a'));
    expect(toasts.toasts).toMatchObject([
      { tone: 'failed', details: ['Kindred does not answer.', 'Is it on?'] },
    ]);
  });

  it('is said only when everything is answered that was said before', async () => {
    let answer = () => undefined as void;
    answered = new Promise((resolve) => (answer = resolve));
    const labeling = bulk.label(all(), dana);
    await settled();
    expect(api.asked).toEqual([]);
    answer();
    await labeling;
    expect(api.asked).toHaveLength(1);
  });

  it('stays shown while its job runs, tells how far that is, and says so at the end', async () => {
    state = 'RUNNING';
    await bulk.label(all(), dana);
    jobs.follow(aJob({ id: 'action 1', state, done: 500, total: 4711 }));
    expect(bulk.running).toEqual([
      { id: 'action 1', text: '4,711 faces labeled as Dana.', done: 500, total: 4711 },
    ]);
    expect([ledger.staying(suggestions), texts()]).toEqual([new Set(['b']), []]);
    jobs.follow(aJob({ id: 'action 1', state: 'COMPLETED' }));
    await settled();
    expect([bulk.running, ledger.staying(suggestions)]).toEqual([[], null]);
    expect(texts()).toEqual(['4,711 faces labeled as Dana.']);
  });

  it('goes back when its job fails, and cannot be taken back then', async () => {
    state = 'RUNNING';
    await bulk.label(all(), dana);
    truth = [inferred('a')];
    const failure = { code: 'DISK_FULL', message: 'The disk is full.', hint: null };
    jobs.follow(aJob({ id: 'action 1', state: 'FAILED', failure }));
    await settled();
    expect(ledger.get('a')).toEqual(inferred('a'));
    expect(toasts.toasts).toMatchObject([{ tone: 'failed', details: ['The disk is full.'] }]);
    expect(await undo.undo()).toBe(false);
    expect(api.asked).toHaveLength(1);
  });

  it('is taken back and done again as one, each time by the action before', async () => {
    await bulk.label(all(), dana);
    expect(await undo.undo()).toBe(true);
    expect(ledger.get('a')).toEqual(inferred('a'));
    expect(await undo.redo()).toBe(true);
    expect(api.asked.slice(1)).toEqual([{ actionId: 'action 1' }, { actionId: 'action 2' }]);
  });

  it('is taken back only when it is done', async () => {
    state = 'RUNNING';
    await bulk.label(all(), dana);
    const undoing = undo.undo();
    await settled();
    expect(api.asked).toHaveLength(1);
    state = 'COMPLETED';
    jobs.follow(aJob({ id: 'action 1', state }));
    expect(await undoing).toBe(true);
    expect(api.asked).toHaveLength(2);
  });

  it('can be taken back later when nobody answered, and not when it was refused', async () => {
    await bulk.label(all(), dana);
    refuse = new ApiError(UNREACHABLE, 'Kindred does not answer.');
    expect(await undo.undo()).toBe(false);
    expect(undo.undoable).not.toBeNull();
    refuse = new ApiError(CONFLICT, 'This was taken back already.');
    expect(await undo.undo()).toBe(false);
    expect([undo.undoable, names()[0]]).toEqual([null, 'Dana']);
  });

  it('says which were refused, and guesses nothing about them', async () => {
    refusals = [{ faceCount: 3, failure: { message: 'Nobody is suggested.', hint: null } }];
    await bulk.confirm(all());
    expect(toasts.toasts[0]).toMatchObject({ tone: 'failed', details: ['Nobody is suggested.'] });
    saidNothing = true;
    await bulk.unlabel(all());
    expect(texts().filter((text) => text.includes('unlabeled'))).toEqual([]);
    expect(ledger.staying(suggestions)).toBeNull();
  });
});
