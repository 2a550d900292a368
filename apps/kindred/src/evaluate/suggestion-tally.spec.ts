import { SuggestionTally } from './suggestion-tally';

const NOBODY = -1;
/** Anna (0) and Ben (1) are labeled once each, 7 is a stranger. */
const judged = {
  people: [0, 0, 0, 0, 1, 1, 7, 7],
  labels: [0, NOBODY, NOBODY, NOBODY, 1, NOBODY, NOBODY, NOBODY],
  strangers: new Set([7]),
};
const said = (people: readonly number[], confidence: number) => ({
  matches: Int32Array.from(people),
  confidences: Float64Array.from(people, (person) => (person === NOBODY ? 0 : confidence)),
});

describe('judging suggestions', () => {
  it('counts what is right, what is found, what stays unknown and which strangers are taken for somebody', () => {
    const tally = new SuggestionTally();
    tally.add(judged, said([NOBODY, 0, 1, NOBODY, NOBODY, 1, 1, NOBODY], 0.75));
    expect(tally.scores()).toEqual({
      accuracy: 2 / 4,
      found: 2 / 4,
      leftUnknown: 1 / 4,
      strangersTaken: 1 / 2,
      calibrationError: 0.25,
    });
  });

  it('scores all rounds together', () => {
    const tally = new SuggestionTally();
    tally.add(judged, said([NOBODY, 0, 0, 0, NOBODY, 1, NOBODY, NOBODY], 1));
    tally.add(judged, said([NOBODY, 1, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY], 1));
    expect(tally.scores()).toEqual({
      accuracy: 4 / 5,
      found: 4 / 8,
      leftUnknown: 3 / 8,
      strangersTaken: 0,
      calibrationError: expect.closeTo(1 / 5, 10),
    });
  });

  it('says nothing of the accuracy of no suggestions', () => {
    const tally = new SuggestionTally();
    tally.add(judged, said(new Array<number>(8).fill(NOBODY), 0));
    expect(tally.scores()).toEqual({
      accuracy: null,
      found: 0,
      leftUnknown: 1,
      strangersTaken: 0,
      calibrationError: null,
    });
  });
});
