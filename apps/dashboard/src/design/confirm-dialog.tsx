import { Dialog } from 'radix-ui';
import { useState, type FormEvent, type ReactNode } from 'react';
import { strings } from '../strings/en';
import { useFocusReturn } from './focus-return';
import './overlay.css';

interface ConfirmDialogProps {
  title: string;
  text?: string;
  action: string;
  danger?: boolean;
  close: () => void;
  /** The question stays while that takes, and if it answers false. */
  confirm: () => void | Promise<boolean>;
  children?: ReactNode;
}

/** A question with two answers. */
export function ConfirmDialog({ title, text, action, danger, close, confirm, children }: ConfirmDialogProps) {
  const [busy, setBusy] = useState(false);
  const returnFocus = useFocusReturn();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = confirm();
    if (answer === undefined) return close();
    setBusy(true);
    if (await answer) close();
    setBusy(false);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content
          className="dialog"
          onCloseAutoFocus={returnFocus}
          {...(text === undefined && { 'aria-describedby': undefined })}
        >
          <Dialog.Title className="dialog__title">{title}</Dialog.Title>
          {text !== undefined && <Dialog.Description className="dialog__text">{text}</Dialog.Description>}
          <form onSubmit={(event) => void submit(event)}>
            {children}
            <div className="dialog__actions">
              <button type="button" className="button button--plain" onClick={close}>
                {strings.actions.cancel}
              </button>
              <button className={`button ${danger ? 'button--danger' : 'button--primary'}`} disabled={busy}>
                {action}
              </button>
            </div>
          </form>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
