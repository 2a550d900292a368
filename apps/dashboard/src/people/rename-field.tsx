import { useState, type FormEvent } from 'react';
import { strings } from '../strings/en';

interface RenameFieldProps {
  name: string;
  close: () => void;
  /** Answers whether the name was accepted; else it stays to be corrected. */
  save: (name: string) => Promise<boolean>;
}

/** A person's name in place of its title. */
export function RenameField({ name, close, save }: RenameFieldProps) {
  const [value, setValue] = useState(name);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (value.trim() === name) return close();
    setBusy(true);
    if (await save(value)) close();
    setBusy(false);
  };
  return (
    <form className="rename" onSubmit={(event) => void submit(event)}>
      <input
        className="field"
        aria-label={strings.people.name}
        value={value}
        autoFocus
        required
        maxLength={200}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && close()}
      />
      <button className="button button--primary" disabled={busy || value.trim() === ''}>
        {strings.people.save}
      </button>
      <button type="button" className="button button--plain" onClick={close}>
        {strings.actions.cancel}
      </button>
    </form>
  );
}
