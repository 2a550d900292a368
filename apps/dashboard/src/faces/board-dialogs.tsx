import { ConfirmDialog } from '../design/confirm-dialog';
import { DeleteDialog } from '../labeling/delete-dialog';
import { type LabelTarget } from '../labeling/face-actions';
import { LabelPopup } from '../labeling/label-popup';
import { strings } from '../strings/en';
import { type FaceChoice } from './face-choice';

/** What the board asks before it does something. */
export type BoardQuestion =
  | { kind: 'who'; choice: FaceChoice; anchor: DOMRect | null }
  | { kind: 'delete'; choice: FaceChoice }
  | { kind: 'reject'; choice: FaceChoice; name: string }
  /** There are more or fewer faces by now than people were told. */
  | { kind: 'changed'; told: number; now: number; goOn: () => void };

interface BoardDialogsProps {
  question: BoardQuestion;
  close: () => void;
  label: (choice: FaceChoice, target: LabelTarget) => void;
  remove: (choice: FaceChoice) => void;
  reject: (choice: FaceChoice) => void;
}

/** The one question that is open over a board of faces. */
export function BoardDialogs({ question, close, label, remove, reject }: BoardDialogsProps) {
  switch (question.kind) {
    case 'who': {
      const { choice, anchor } = question;
      const request = { faceIds: choice.ids, count: choice.count, anchor };
      return <LabelPopup request={request} close={close} choose={(target) => label(choice, target)} />;
    }
    case 'delete':
      return (
        <DeleteDialog count={question.choice.count} close={close} confirm={() => remove(question.choice)} />
      );
    case 'reject':
      return (
        <ConfirmDialog
          title={strings.rejectDialog.title(question.choice.count, question.name)}
          text={strings.rejectDialog.text(question.name)}
          action={strings.rejectDialog.confirm}
          close={close}
          confirm={() => reject(question.choice)}
        />
      );
    case 'changed':
      return (
        <ConfirmDialog
          title={strings.board.changed.title}
          text={strings.board.changed.text(question.told, question.now)}
          action={strings.board.changed.confirm(question.now)}
          close={close}
          confirm={question.goOn}
        />
      );
  }
}
