import { RadioGroup } from 'radix-ui';
import { useState } from 'react';
import { Avatar } from '../design/avatar';
import { ConfirmDialog } from '../design/confirm-dialog';
import { strings } from '../strings/en';
import { type Person } from './person-book';
import './people.css';

interface MergeDialogProps {
  people: readonly Person[];
  close: () => void;
  /** Called with who remains, and which face shows them where one was chosen. */
  merge: (into: string, coverFaceId: string | null) => void;
}

/** Asks under which name and face several people become one; whoever has most faces is proposed. */
export function MergeDialog({ people, close, merge }: MergeDialogProps) {
  const [into, setInto] = useState(
    () => [...people].sort((one, other) => other.faceCount - one.faceCount)[0]?.id ?? '',
  );
  const covers = people.flatMap(({ cover }) => cover ?? []);
  const [chosen, setChosen] = useState<string | null>(null);
  const cover = chosen ?? people.find(({ id }) => id === into)?.cover?.id ?? null;
  return (
    <ConfirmDialog
      title={strings.people.mergeTitle(people.length)}
      text={strings.people.mergeText}
      action={strings.people.merge}
      close={close}
      confirm={() => merge(into, chosen)}
    >
      <RadioGroup.Root
        className="merge-names"
        aria-label={strings.people.mergeInto}
        value={into}
        onValueChange={setInto}
      >
        {people.map((person) => (
          <RadioGroup.Item
            key={person.id}
            value={person.id}
            className="merge-name"
            aria-label={person.displayName}
          >
            <Avatar url={person.cover?.cropUrl} size={40} />
            <span className="merge-name__text" dir="auto">
              {person.displayName}
            </span>
            <span className="soft">{strings.counts.faces(person.faceCount)}</span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      {covers.length > 1 && (
        <RadioGroup.Root
          className="merge-covers"
          aria-label={strings.people.cover}
          value={cover}
          onValueChange={setChosen}
        >
          {covers.map((face, index) => (
            <RadioGroup.Item
              key={face.id}
              value={face.id}
              className="merge-cover"
              aria-label={strings.people.coverNumber(index + 1)}
            >
              <Avatar url={face.cropUrl} size={48} />
            </RadioGroup.Item>
          ))}
        </RadioGroup.Root>
      )}
    </ConfirmDialog>
  );
}
