import { useId, useState } from 'react';
import { ConfirmDialog } from '../design/confirm-dialog';
import { type PersonByIdQuery, type PersonDetailsInput } from '../graphql/generated/graphql';
import { strings } from '../strings/en';

interface DetailsDialogProps {
  person: NonNullable<PersonByIdQuery['person']>;
  close: () => void;
  /** Answers whether it was accepted; else what was typed stays to be corrected. */
  save: (details: PersonDetailsInput) => Promise<boolean>;
}

/** What somebody is called besides the name, and when they were born. */
export function DetailsDialog({ person, close, save }: DetailsDialogProps) {
  const [aliases, setAliases] = useState(person.aliases.join('\n'));
  const [birthDate, setBirthDate] = useState(person.birthDate ?? '');
  const id = useId();
  const named = person.kind === 'NAMED';
  const confirm = () =>
    save({
      ...(named && { aliases: aliases.split('\n').filter((alias) => alias.trim() !== '') }),
      birthDate: birthDate.trim() || null,
    });
  return (
    <ConfirmDialog
      title={strings.people.detailsTitle(person.displayName)}
      text={strings.people.detailsText}
      action={strings.people.save}
      close={close}
      confirm={confirm}
    >
      <div className="details-fields">
        {named && (
          <>
            <label htmlFor={`${id}-aliases`}>{strings.people.aliases}</label>
            <textarea
              id={`${id}-aliases`}
              className="field"
              rows={2}
              autoComplete="off"
              dir="auto"
              value={aliases}
              onChange={(event) => setAliases(event.target.value)}
            />
          </>
        )}
        <label htmlFor={`${id}-birth`}>{strings.people.birthDate}</label>
        <input
          id={`${id}-birth`}
          className="field"
          aria-describedby={`${id}-hint`}
          autoComplete="off"
          pattern="\d{4}(-\d{2}-\d{2})?"
          title={strings.people.birthDateHint}
          maxLength={10}
          value={birthDate}
          onChange={(event) => setBirthDate(event.target.value)}
        />
        <p id={`${id}-hint`} className="soft">
          {strings.people.birthDateHint}
        </p>
      </div>
    </ConfirmDialog>
  );
}
