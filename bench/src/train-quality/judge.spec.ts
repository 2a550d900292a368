import type { Library } from '../libraries/library';
import { judgeGroups, judgeMatches } from './judge';
import type { Answer } from './recipe';
import { judge, meanOfAll } from './summary';

/** Anna (0) and Ben (1) are labeled once each; 7 is a stranger and -1 no face. */
const people = Int32Array.of(0, 0, 0, 1, 1, 7, -1);
const labels = Int32Array.of(0, -1, -1, 1, -1, -1, -1);
const library = { people } as unknown as Library;

const answer = (change: Partial<Answer>): Answer => ({
  recipe: 'recipe',
  published: 'default',
  setting: '',
  each: 1,
  people: labels,
  confidences: new Float64Array(people.length).fill(1),
  seconds: 0,
  ...change,
});

describe('judging suggestions', () => {
  it('counts what is right, what is found, what stays unknown and which strangers are taken for somebody', () => {
    const said = answer({ people: Int32Array.of(0, 0, 1, 1, -1, 1, -1) });
    const { shown } = judgeMatches(library, labels, said);
    expect(shown.accuracy).toBeCloseTo(1 / 3, 10);
    expect(shown.found).toBeCloseTo(1 / 3, 10);
    expect(shown.unknown).toBeCloseTo(1 / 3, 10);
    expect(shown.strangers).toBe(0.5);
  });

  it('leaves out what is said with too little confidence', () => {
    const confidences = Float64Array.of(1, 0.95, 0.6, 1, 0.3, 0.4, 0);
    const said = answer({ people: Int32Array.of(0, 0, 1, 1, 1, 1, -1), confidences });
    const { shown, sure } = judgeMatches(library, labels, said);
    expect(shown).toMatchObject({ accuracy: 0.5, strangers: 0 });
    expect(sure).toMatchObject({ accuracy: 1, found: 1 / 3 });
  });

  it('takes a recipe by its word that says nothing but is certain', () => {
    const certain = answer({ people: Int32Array.of(0, 0, 1, 1, -1, -1, -1) });
    expect(judgeMatches(library, labels, certain).calibrationError).toBeCloseTo(0.5, 10);
  });
});

describe('judging groups', () => {
  it('scores them and counts those with a number', () => {
    const groups = answer({ each: 0, people: Int32Array.of(0, 0, 0, 4, 4, -1, -1), confidences: null });
    expect(judgeGroups(library, groups)).toMatchObject({ groups: 2, pairs: { f: 1 }, bcubed: { f: 1 } });
  });
});

describe('the best setting', () => {
  const right = Int32Array.of(0, 0, 0, 1, 1, -1, -1);
  const wrong = new Int32Array(people.length);
  const group = (change: Partial<Answer>) => answer({ each: 0, confidences: null, ...change });

  it('is the one, published or tried, that is best on the library', () => {
    const judged = judge(
      'set',
      library,
      [],
      [group({ people: wrong }), group({ people: right, published: null, setting: 'tried' })],
    );
    expect(judged.map(({ variant, setting }) => [variant, setting])).toEqual([
      ['default', ''],
      ['best', 'tried'],
    ]);
  });

  it('is not named where nothing was tried', () => {
    expect(judge('set', library, [], [group({ people: right })]).map(({ variant }) => variant)).toEqual([
      'default',
    ]);
  });
});

describe('the mean over libraries', () => {
  it('is of every number, however deep', () => {
    expect(
      meanOfAll([
        { a: 1, b: { c: 2 }, d: 'same', e: null },
        { a: 3, b: { c: 4 }, d: 'same', e: null },
      ]),
    ).toEqual({
      a: 2,
      b: { c: 3 },
      d: 'same',
      e: null,
    });
  });
});
