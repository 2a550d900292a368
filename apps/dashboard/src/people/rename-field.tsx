import { useRef, useState, type FormEvent } from 'react';
import { strings } from '../strings/en';

interface RenameFieldProps {
  name: string;
  close: () => void;
  /** Answers whether the name was accepted; else it stays to be corrected. */
  save: (name: string) => Promise<boolean>;
  /** There is no room for buttons: Enter saves, and so does leaving the field. */
  small?: boolean;
}

/** A person's name in place of its title. */
export function RenameField({ name, close, save, small = false }: RenameFieldProps) {
  const [value, setValue] = useState(name);
  const [busy, setBusy] = useState(false);
  const closed = useRef(false);
  const leave = () => {
    closed.current = true;
    close();
  };
  const submit = async () => {
    if (busy || closed.current) return;
    if (value.trim() === name || value.trim() === '') return leave();
    setBusy(true);
    if (await save(value)) leave();
    setBusy(false);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <form className={small ? 'rename rename--small' : 'rename'} onSubmit={onSubmit}>
      <input
        className="field"
        aria-label={strings.people.name}
        value={value}
        autoFocus
        required
        dir="auto"
        maxLength={200}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && leave()}
        onBlur={() => small && void submit()}
      />
      {!small && (
        <>
          <button className="button button--primary" disabled={busy || value.trim() === ''}>
            {strings.people.save}
          </button>
          <button type="button" className="button button--plain" onClick={leave}>
            {strings.actions.cancel}
          </button>
        </>
      )}
    </form>
  );
}
