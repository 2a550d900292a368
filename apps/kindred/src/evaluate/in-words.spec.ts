import type { Evaluation } from './evaluate';
import { evaluationInWords, stepInWords } from './in-words';

const evaluation: Evaluation = {
  folder: '/photos',
  pack: 'mine',
  people: 2,
  photos: 4,
  photosWithFace: 3,
  detectionRate: 0.75,
  photosWithoutFace: ['Anna/the\nwall.jpg'],
  failures: [{ path: 'Ben/1.jpg', code: 'FILE_EMPTY', message: 'It is empty.', hint: 'Copy it again.' }],
  tellingApart: {
    samePairs: 1,
    differentPairs: 2,
    rates: [{ falseAcceptRate: 0.01, trueAcceptRate: 0.5, threshold: 0.3125 }],
  },
  grouping: {
    groups: 1,
    pairs: { precision: 1, recall: 0.5, f: 2 / 3 },
    bcubed: { precision: 1, recall: 0.75, f: 6 / 7 },
  },
  minimumConfidence: 0.5,
  rounds: 6,
  suggestions: [
    {
      labels: 1,
      people: 2,
      scores: { accuracy: null, found: 0, leftUnknown: 1, strangersTaken: 0.125, calibrationError: null },
    },
    { labels: 5, people: 0, scores: null },
  ],
};

describe('an evaluation in words', () => {
  it('has tables of all numbers, and names every photo that could not be used', () => {
    expect(evaluationInWords(evaluation)).toBe(`Model pack   mine
Photos       4 photos of 2 people, 1 failed
With a face  3 (75.0 %)

Telling people apart: 1 pair of one person, 2 pairs of two
  taken for one (FAR)  recognised (TAR)  above similarity
  1.0 %                50.00 %           0.313

Grouping without labels: 1 group
          precision  recall  F
  pairs   100.0 %    50.0 %  66.7 %
  BCubed  100.0 %    75.0 %  85.7 %

Suggestions from confidence 0.5, a third of the people withheld as strangers, 6 rounds
  labels each  people  right  found  left unknown  strangers taken  calibration error
  1            2       –      0.0 %  100.0 %       12.5 %           –
  5            0       –      –      –             –                –

Photos without a face
  "Anna/the\\nwall.jpg"

Failures
  "Ben/1.jpg": It is empty. Copy it again.`);
  });

  it('says what there is nothing to say about', () => {
    const nothing = { samePairs: 0, differentPairs: 0, rates: [] };
    const words = evaluationInWords({
      ...evaluation,
      detectionRate: null,
      tellingApart: nothing,
      grouping: null,
    });
    expect(words).toContain('too few to compare');
    expect(words).toContain('there are no faces');
  });
});

describe('a step in words', () => {
  it('says how far it is', () => {
    expect(stepInWords({ kind: 'photos', done: 3, total: 1200 })).toBe('Finding faces: 3 of 1,200 photos');
    expect(stepInWords({ kind: 'suggestions', labels: 1, round: 0 })).toBe(
      'Suggesting people from 1 label each: round 1 of 6',
    );
  });
});
