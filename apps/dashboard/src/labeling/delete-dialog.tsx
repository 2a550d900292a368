import { ConfirmDialog } from '../design/confirm-dialog';
import { strings } from '../strings/en';

interface DeleteDialogProps {
  count: number;
  close: () => void;
  confirm: () => void;
}

/** Asked before many faces are deleted at once; a few are deleted without a question, a rescan brings them back. */
export function DeleteDialog({ count, close, confirm }: DeleteDialogProps) {
  return (
    <ConfirmDialog
      title={strings.deleteDialog.title(count)}
      text={strings.deleteDialog.text}
      action={strings.deleteDialog.confirm(count)}
      danger
      close={close}
      confirm={confirm}
    />
  );
}
