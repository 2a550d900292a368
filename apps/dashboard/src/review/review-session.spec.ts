import { type Face } from '../faces/face-criteria';
import { aFace, facePerson } from '../testing/faces';
import { takingTurns } from './review-order';
import { type ReviewPage, ReviewSession, type Verdict } from './review-session';

const suggestion = (id: string, name: string, confidence = 0.6): Face =>
  aFace(id, { state: 'INFERRED', confidence, person: facePerson(name) });
const idsOf = (faces: readonly Face[]) => faces.map(({ id }) => id);

describe('the order of a review', () => {
  it('lets people take turns, each with the least certain face left', () => {
    const faces = [
      suggestion('a1', 'Ada', 0.6),
      suggestion('a2', 'Ada', 0.61),
      suggestion('b1', 'Ben', 0.62),
      suggestion('a3', 'Ada', 0.63),
      suggestion('c1', 'Cleo', 0.7),
      suggestion('b2', 'Ben', 0.8),
    ];
    expect(idsOf(takingTurns(faces))).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  });

  it('leaves nobody out, and has nothing to order in nothing', () => {
    expect(takingTurns([])).toEqual([]);
    const faces = Array.from({ length: 30 }, (_, index) => suggestion(String(index), `Person ${index % 4}`));
    expect(new Set(takingTurns(faces))).toEqual(new Set(faces));
  });
});

describe('a review', () => {
  let pages: ReviewPage[];
  let refusing: boolean;
  let takingBackFails: boolean;
  let readingFails: boolean;
  let said: string[];
  let asked: (string | null)[];
  let time: number;
  let session: ReviewSession;

  const page = (ids: readonly string[], endCursor: string | null = null): ReviewPage => ({
    faces: ids.map((id) => suggestion(id, `Person ${id}`)),
    hasNextPage: endCursor !== null,
    endCursor,
  });
  const begin = async (...given: ReviewPage[]) => {
    pages = given;
    session = new ReviewSession(
      {
        read: async (after) => {
          if (readingFails) throw new Error('Kindred does not answer.');
          asked.push(after);
          return pages.shift()!;
        },
        say: async (face, verdict) => {
          const name = verdict.kind === 'other' ? ` ${verdict.target.name}` : '';
          said.push(`${verdict.kind} ${face.id}${name}`);
          return refusing ? null : said.length;
        },
        takeBack: async (deed) => {
          said.push(`back ${said[deed - 1]}`);
          return !takingBackFails;
        },
        now: () => time,
      },
      () => undefined,
    );
    await session.read();
  };
  const YES: Verdict = { kind: 'yes' };
  const NO: Verdict = { kind: 'no' };
  const SKIP: Verdict = { kind: 'skip' };
  const everythingSent = () => new Promise((resolve) => setImmediate(resolve));

  beforeEach(() => {
    [refusing, takingBackFails, readingFails, said, asked, time] = [false, false, false, [], [], 0];
  });

  it('shows one face after the other, the next as soon as the one before is decided', async () => {
    await begin(page(['a', 'b', 'c', 'd', 'e']));
    session.decide(YES);
    expect(session.top?.id).toBe('b');
    session.decide(NO);
    session.decide(SKIP);
    session.decide({ kind: 'other', target: { personId: null, name: 'Dana' } });
    session.decide({ kind: 'ignore' });
    expect([session.top, session.finished]).toEqual([null, true]);
    await everythingSent();
    expect(said).toEqual(['yes a', 'no b', 'other d Dana', 'ignore e']);
    expect(session.counts).toEqual({ yes: 1, no: 1, other: 1, ignore: 1, skip: 1 });
  });

  it('reads on before the faces run out, and meets none twice', async () => {
    const first = Array.from({ length: 25 }, (_, index) => `f${index}`);
    await begin(page(first, 'cursor'), page(['f24', 'last']));
    expect(asked).toEqual([null]);
    for (let count = 0; count < 6; count += 1) session.decide(SKIP);
    await everythingSent();
    expect(asked).toEqual([null, 'cursor']);
    for (let count = 0; count < 19; count += 1) session.decide(SKIP);
    expect([session.top?.id, session.upcoming(3)]).toEqual(['last', []]);
  });

  it('reads another page at once when a whole one is known already', async () => {
    await begin(page(['a'], 'one'), page(['a'], 'two'), page(['b']));
    expect([session.top?.id, ...idsOf(session.upcoming(5))]).toEqual(['a', 'b']);
  });

  it('puts a face on top again whose answer is taken back', async () => {
    await begin(page(['a', 'b']));
    session.decide(NO);
    await session.undo();
    expect(session.top?.id).toBe('a');
    expect([session.counts.no, session.canUndo]).toEqual([0, false]);
    session.decide(YES);
    await everythingSent();
    expect(said).toEqual(['no a', 'back no a', 'yes a']);
  });

  it('takes back an answer that was not sent yet, after it is', async () => {
    await begin(page(['a', 'b', 'c']));
    session.decide(YES);
    session.decide(NO);
    const undoing = session.undo();
    expect(session.top?.id).toBe('b');
    await undoing;
    expect(said).toEqual(['yes a', 'no b', 'back no b']);
  });

  it('takes back skipping without asking anybody', async () => {
    await begin(page(['a', 'b']));
    session.decide(SKIP);
    await session.undo();
    expect([session.top?.id, said]).toEqual(['a', []]);
    await session.undo();
    expect(session.top?.id).toBe('a');
  });

  it('keeps an answer that cannot be taken back', async () => {
    await begin(page(['a', 'b']));
    session.decide(NO);
    takingBackFails = true;
    await session.undo();
    expect([session.top?.id, session.counts.no]).toEqual(['b', 1]);
  });

  it('shows a face next whose answer is refused, and leaves the one on top that is looked at', async () => {
    await begin(page(['a', 'b', 'c']));
    refusing = true;
    session.decide(YES);
    await everythingSent();
    expect([session.top?.id, ...idsOf(session.upcoming(5))]).toEqual(['b', 'a', 'c']);
    expect([session.counts.yes, session.canUndo]).toEqual([0, false]);
  });

  it('shows a face only once that is refused while it is taken back', async () => {
    await begin(page(['a', 'b']));
    refusing = true;
    session.decide(YES);
    await session.undo();
    await everythingSent();
    expect([session.top?.id, ...idsOf(session.upcoming(5))]).toEqual(['a', 'b']);
    expect(said).toEqual(['yes a']);
  });

  it('is not finished when the last answer is refused', async () => {
    await begin(page(['a']));
    refusing = true;
    session.decide(YES);
    await everythingSent();
    expect([session.finished, session.top?.id]).toEqual([false, 'a']);
  });

  it('looks at skipped faces again', async () => {
    await begin(page(['a', 'b', 'c']));
    session.decide(SKIP);
    session.decide(YES);
    session.decide(SKIP);
    session.again();
    expect([session.top?.id, ...idsOf(session.upcoming(5))]).toEqual(['a', 'c']);
    expect(session.counts).toEqual({ yes: 1, no: 0, other: 0, ignore: 0, skip: 0 });
  });

  it('says why there is nothing to see, and goes on when there is an answer', async () => {
    readingFails = true;
    await begin(page(['a']));
    expect([session.error?.message, session.finished]).toEqual(['Kindred does not answer.', false]);
    readingFails = false;
    await session.read();
    expect([session.error, session.top?.id]).toEqual([null, 'a']);
  });

  it('tells the pace from the time that faces were looked at, breaks left out', async () => {
    await begin(page(['a', 'b', 'c', 'd']));
    time += 2000;
    session.decide(YES);
    time += 3_600_000;
    session.decide(YES);
    expect(session.pace).toBeNull();
    time += 2000;
    session.decide(YES);
    expect(session.pace).toBeCloseTo(3 / (24 / 60));
  });

  it('does nothing when nothing is on top', async () => {
    await begin(page([]));
    session.decide(YES);
    await session.undo();
    expect([session.finished, said]).toEqual([true, []]);
  });
});
