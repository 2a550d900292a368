import { FirstSteps } from './first-steps';
import { type LibraryFacts, stepStates } from './step-states';

const EMPTY: LibraryFacts = {
  photos: { pending: 0, total: 0 },
  faces: { labeled: 0, inferred: 0, total: 0 },
  trainings: [],
};
const [EARLY, NOON, LATER] = ['2026-01-01T08:00:00Z', '2026-01-01T12:00:00Z', '2026-01-01T13:00:00Z'];

class MemoryStorage {
  readonly values = new Map<string, string>();
  getItem = (key: string) => this.values.get(key) ?? null;
  setItem = (key: string, value: string) => void this.values.set(key, value);
}

describe('the first steps', () => {
  let storage: MemoryStorage;
  let steps: FirstSteps;
  beforeEach(() => {
    storage = new MemoryStorage();
    steps = new FirstSteps(storage, () => undefined);
  });

  const facts = (known: {
    [K in keyof LibraryFacts]?: LibraryFacts[K] extends readonly string[]
      ? LibraryFacts[K]
      : Partial<LibraryFacts[K]>;
  }): LibraryFacts => ({
    photos: { ...EMPTY.photos, total: 6, ...known.photos },
    faces: { ...EMPTY.faces, total: 22, ...known.faces },
    trainings: known.trainings ?? [],
  });
  const after = (...seen: LibraryFacts[]) => {
    for (const each of seen) steps.see(each, NOON);
    return Object.values(stepStates(steps.memory, seen.at(-1)!));
  };

  it('begin with photos, and let labels be given while others are scanned', () => {
    expect(after(EMPTY)).toEqual(['now', 'later', 'later', 'later', 'later']);
    const scanning = facts({ photos: { pending: 4 }, faces: { total: 3 } });
    expect(after(scanning)).toEqual(['now', 'now', 'later', 'later', 'later']);
    expect(after(facts({}))).toEqual(['done', 'now', 'later', 'later', 'later']);
  });

  it('lead from a few labels over a training and a review to the next training', () => {
    expect(after(facts({ faces: { labeled: 4 } }))[1]).toBe('now');
    expect(after(facts({ faces: { labeled: 5 } }))).toEqual(['done', 'done', 'now', 'later', 'later']);
    const trained = facts({ faces: { labeled: 5, inferred: 9 }, trainings: [EARLY] });
    expect(after(trained)).toEqual(['done', 'done', 'done', 'now', 'later']);
    const reviewed = facts({ faces: { labeled: 10, inferred: 4 }, trainings: [EARLY] });
    expect(after(trained, reviewed)).toEqual(['done', 'done', 'done', 'done', 'now']);
    expect(steps.shown).toBe(true);
    after(facts({ faces: { labeled: 10 }, trainings: [LATER, EARLY] }));
    expect(steps.shown).toBe(false);
  });

  it('take a review for done when nothing is left to answer', () => {
    const trained = facts({ faces: { labeled: 5, inferred: 2 }, trainings: [EARLY] });
    expect(after(trained, facts({ faces: { labeled: 5, inferred: 0 }, trainings: [EARLY] }))[3]).toBe('now');
    expect(after(facts({ faces: { labeled: 7, inferred: 0 }, trainings: [EARLY] }))[3]).toBe('done');
  });

  it('are not for whoever has labeled much already, unless they ask', () => {
    const known = facts({ faces: { labeled: 5000, total: 9000 }, trainings: [EARLY] });
    expect(steps.isFor(known)).toBe(false);
    expect(steps.isFor(facts({}))).toBe(true);
    after(known);
    expect(steps.shown).toBe(false);
    steps.show();
    expect(after(known)).toEqual(['done', 'done', 'done', 'now', 'later']);
    expect(steps.shown).toBe(true);
  });

  it('stay away once dismissed, also at the next visit, and come back when asked for', () => {
    after(facts({ faces: { labeled: 5 } }));
    steps.dismiss();
    steps = new FirstSteps(storage, () => undefined);
    expect(steps.shown).toBe(false);
    steps.show();
    expect(new FirstSteps(storage, () => undefined).shown).toBe(true);
  });

  it('do without what was stored wrongly, or without storage', () => {
    for (const text of ['{', 'null', '"x"', '[]']) {
      storage.values.set('kindred.first-steps', text);
      expect(new FirstSteps(storage, () => undefined).shown).toBe(true);
    }
    const none = new FirstSteps(null, () => undefined);
    none.dismiss();
    expect(none.shown).toBe(false);
  });
});
