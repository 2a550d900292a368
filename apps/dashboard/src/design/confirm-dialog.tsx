import { Dialog } from 'radix-ui';
import { type ReactNode } from 'react';
import { strings } from '../strings/en';
import './overlay.css';

interface ConfirmDialogProps {
  title: string;
  text?: string;
  action: string;
  danger?: boolean;
  close: () => void;
  confirm: () => void;
  children?: ReactNode;
}

/** A question with two answers. */
export function ConfirmDialog({ title, text, action, danger, close, confirm, children }: ConfirmDialogProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content className="dialog" {...(text === undefined && { 'aria-describedby': undefined })}>
          <Dialog.Title className="dialog__title">{title}</Dialog.Title>
          {text !== undefined && <Dialog.Description className="dialog__text">{text}</Dialog.Description>}
          {children}
          <div className="dialog__actions">
            <button className="button button--plain" onClick={close}>
              {strings.actions.cancel}
            </button>
            <button
              className={`button ${danger ? 'button--danger' : 'button--primary'}`}
              onClick={() => {
                confirm();
                close();
              }}
            >
              {action}
            </button>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
