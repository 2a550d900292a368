import { type HistoryEntryFragment } from '../graphql/generated/graphql';
import { historySentence } from './history-sentence';

const entry = (known: Partial<HistoryEntryFragment>): HistoryEntryFragment => ({
  id: '1',
  kind: 'LABELED',
  actor: 'user',
  at: '2024-01-01T00:00:00Z',
  faceCount: 1,
  person: { id: 'ada', displayName: 'Ada' },
  faces: [],
  ...known,
});

describe('a sentence of the history', () => {
  it.each([
    [{}, 'You labeled 1 face as Ada'],
    [{ faceCount: 1200 }, 'You labeled 1,200 faces as Ada'],
    [{ person: null }, 'You labeled 1 face as somebody who is gone'],
    [{ kind: 'REJECTED', faceCount: 2 }, 'You said that 2 faces are not Ada'],
    [{ kind: 'REJECTION_TAKEN_BACK' }, 'You took back that 1 face is not Ada'],
    [{ kind: 'UNLABELED', person: null }, 'You took the label off 1 face'],
    [{ kind: 'DELETED', actor: 'ben', person: null }, 'ben deleted 1 face'],
    [{ kind: 'RESTORED', faceCount: 3, person: null }, 'You brought 3 faces back with a rescan'],
  ] as const)('of %j is “%s”', (known, sentence) => {
    expect(historySentence(entry(known))).toBe(sentence);
  });
});
