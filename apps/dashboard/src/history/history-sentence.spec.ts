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
  name: null,
  formerName: null,
  other: null,
  actionId: null,
  takenBack: false,
  ...known,
});

const EVE = { id: 'eve', displayName: 'Eve L.' };

describe('a sentence of the history', () => {
  it.each([
    [{}, 'You labeled 1 face as Ada'],
    [{ faceCount: 1200 }, 'You labeled 1,200 faces as Ada'],
    [{ person: null }, 'You labeled 1 face as somebody who is gone'],
    [{ kind: 'REJECTED', faceCount: 2 }, 'You said that 2 faces are not Ada'],
    [{ kind: 'REJECTION_TAKEN_BACK' }, 'You took back that 1 face is not Ada'],
    [{ kind: 'UNLABELED', person: null }, 'You took the label off 1 face'],
    [{ kind: 'DELETED', actor: 'ben', person: null }, 'ben deleted 1 face'],
    [{ kind: 'CONFIRMED', faceCount: 3, person: null }, 'You confirmed 3 faces'],
    [{ kind: 'SAID_AGAIN', faceCount: 3, person: null }, 'You took back what was said of 3 faces'],
    [{ kind: 'PERSON_CREATED', name: 'Ada' }, 'You added Ada'],
    [{ kind: 'PERSON_NAMED', name: 'Ada', formerName: 'Unknown 3' }, 'You named Unknown 3 Ada'],
    [{ kind: 'PERSON_RENAMED', name: 'Ada L.', formerName: 'Ada' }, 'You renamed Ada to Ada L.'],
    [{ kind: 'PERSON_UNNAMED', name: 'Unknown 3', formerName: 'Ada' }, 'You took the name Ada off Unknown 3'],
    [{ kind: 'PERSON_MERGED', name: 'Eve', other: EVE }, 'You merged Eve into Eve L.'],
    [{ kind: 'PERSON_PARTED', name: 'Eve', other: null }, 'You took Eve out of somebody who is gone again'],
    [{ kind: 'PERSON_DELETED', name: 'Ada', person: null }, 'You deleted the person Ada'],
    [{ kind: 'PERSON_RESTORED', name: 'Ada' }, 'You brought the person Ada back'],
    [{ kind: 'PERSON_DESCRIBED' }, 'You changed what is known of Ada'],
    [{ kind: 'PERSON_HIDDEN' }, 'You hid Ada'],
    [{ kind: 'PERSON_SHOWN' }, 'You showed Ada again'],
    [{ kind: 'COVER_CHOSEN' }, 'You chose another cover for Ada'],
    [{ kind: 'TOLD_APART', other: EVE }, 'You said that Ada and Eve L. are different people'],
    [{ kind: 'PUT_OFF', other: EVE }, 'You put off whether Ada and Eve L. are the same person'],
    [{ kind: 'ANSWER_TAKEN_BACK', other: EVE }, 'You took back what was said of Ada and Eve L.'],
    [{ kind: 'RESTORED', faceCount: 3, person: null }, 'You brought 3 faces back'],
    [{ kind: 'RESTORED', actor: 'rescan', person: null }, 'A rescan brought 1 face back'],
    [{ kind: 'IGNORED', faceCount: 2, person: null }, 'You ignored 2 faces'],
    [{ kind: 'UNIGNORED', person: null }, 'You stopped ignoring 1 face'],
  ] as const)('of %j is “%s”', (known, sentence) => {
    expect(historySentence(entry(known))).toBe(sentence);
  });
});
