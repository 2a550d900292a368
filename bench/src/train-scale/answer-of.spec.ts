import { type LearnedPeople, NOBODY } from '@kindred/clustering';
import { peopleOf } from './answer-of';

describe('people that were learned', () => {
  it('are labels and matches by their number, groups above them, and everybody else alone', () => {
    const learned: LearnedPeople = {
      matches: Int32Array.from([NOBODY, 4, NOBODY, NOBODY, NOBODY]),
      confidences: new Float64Array(5),
      groups: [{ faces: [2, 4], confidences: [1, 1], earlier: NOBODY }],
      questions: [],
      knowledge: { faces: 5, sharedDirection: null },
    };
    const labels = Int32Array.from([7, NOBODY, NOBODY, NOBODY, NOBODY]);
    expect([...peopleOf(learned, labels)]).toEqual([7, 4, 8, -1, 8]);
  });
});
