import { useQuery } from '../api/use-query';
import { ConfirmDialog } from '../design/confirm-dialog';
import { SystemDocument } from '../graphql/generated/graphql';
import { strings } from '../strings/en';

interface DeleteDialogProps {
  count: number;
  close: () => void;
  confirm: () => void;
}

/** Asked before many faces are deleted at once; a few are deleted without a question. */
export function DeleteDialog({ count, close, confirm }: DeleteDialogProps) {
  const graceHours = useQuery(SystemDocument, {}).data?.system.deletionGraceHours ?? null;
  return (
    <ConfirmDialog
      title={strings.deleteDialog.title(count)}
      text={strings.deleteDialog.text(graceHours)}
      action={strings.deleteDialog.confirm(count)}
      danger
      close={close}
      confirm={confirm}
    />
  );
}
