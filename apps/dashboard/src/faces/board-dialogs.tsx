import { ConfirmDialog } from '../design/confirm-dialog';
import { DeleteDialog } from '../labeling/delete-dialog';
import { type LabelTarget } from '../labeling/face-actions';
import { LabelPopup } from '../labeling/label-popup';
import { ShortcutList } from '../shell/shortcut-list';
import { strings } from '../strings/en';

/** What the board asks before it does something. */
export type BoardQuestion =
  | { kind: 'who'; faceIds: readonly string[]; anchor: DOMRect | null }
  | { kind: 'delete'; faceIds: readonly string[] }
  | { kind: 'reject'; faceIds: readonly string[]; name: string }
  | { kind: 'keys' };

interface BoardDialogsProps {
  question: BoardQuestion;
  close: () => void;
  label: (faceIds: readonly string[], target: LabelTarget) => void;
  remove: (faceIds: readonly string[]) => void;
  reject: (faceIds: readonly string[]) => void;
}

/** The one question that is open over a board of faces. */
export function BoardDialogs({ question, close, label, remove, reject }: BoardDialogsProps) {
  switch (question.kind) {
    case 'who':
      return (
        <LabelPopup request={question} close={close} choose={(target) => label(question.faceIds, target)} />
      );
    case 'delete':
      return (
        <DeleteDialog
          count={question.faceIds.length}
          close={close}
          confirm={() => remove(question.faceIds)}
        />
      );
    case 'reject':
      return (
        <ConfirmDialog
          title={strings.rejectDialog.title(question.faceIds.length, question.name)}
          text={strings.rejectDialog.text(question.name)}
          action={strings.rejectDialog.confirm}
          close={close}
          confirm={() => reject(question.faceIds)}
        />
      );
    case 'keys':
      return <ShortcutList close={close} />;
  }
}
