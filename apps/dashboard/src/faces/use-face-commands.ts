import { useCallback, useMemo, useState, type Dispatch, type RefObject } from 'react';
import { toApiError } from '../api/api-error';
import { type LabelTarget } from '../labeling/face-actions';
import { usePhotoTrail } from '../photo/photo-trail';
import { type SelectionAction } from '../selection/selection';
import { type Dashboard } from '../shell/dashboard';
import { type BoardQuestion } from './board-dialogs';
import { type FaceChoice, readChoice, statesOf } from './face-choice';
import { type TileCommand } from './face-tile';
import { commonState } from './grid-group';
import { type DrawnBoard } from './use-face-focus';

/** More faces than this are deleted only after a question. */
const DELETE_WITHOUT_QUESTION = 20;

export interface FaceCommands {
  run: (command: TileCommand, choice: FaceChoice, anchor: DOMRect | null) => void;
  label: (choice: FaceChoice, target: LabelTarget) => void;
  remove: (choice: FaceChoice) => void;
  reject: (choice: FaceChoice) => void;
  /** What is asked before something is done; null when nothing is. */
  question: BoardQuestion | null;
  ask: (question: BoardQuestion | null) => void;
}

/** What the buttons and keys of a board do to faces. What is done with faces takes them out of the selection. */
export function useFaceCommands(
  { actions, faces, ledger, toasts }: Dashboard,
  select: Dispatch<SelectionAction>,
  board: RefObject<DrawnBoard>,
): FaceCommands {
  const trail = usePhotoTrail();
  const [question, ask] = useState<BoardQuestion | null>(null);
  const commands = useMemo(() => {
    const begin = (choice: FaceChoice, ids: readonly string[], act: (ids: readonly string[]) => unknown) => {
      select({ type: 'remove', ids });
      for (const { criteria } of choice.scopes) {
        select({ type: 'drop-all', criteria, faceOf: (id) => ledger.confirmed(id) });
      }
      void act(ids);
    };
    const doTo = async (choice: FaceChoice, act: (ids: readonly string[]) => unknown) => {
      try {
        const ids = await readChoice(choice, faces);
        if (choice.scopes.length === 0 || ids.length === choice.count) begin(choice, ids, act);
        else ask({ kind: 'changed', told: choice.count, ids, goOn: () => begin(choice, ids, act) });
      } catch (thrown) {
        const { message, hint } = toApiError(thrown);
        toasts.add({ tone: 'failed', text: message, details: hint ? [hint] : [] });
      }
    };
    return {
      label: (choice: FaceChoice, target: LabelTarget) =>
        void doTo(choice, (ids) => actions.label(ids, target)),
      remove: (choice: FaceChoice) => void doTo(choice, (ids) => actions.remove(ids)),
      confirm: (choice: FaceChoice) => void doTo(choice, (ids) => actions.confirm(ids)),
      reject: (choice: FaceChoice) => void doTo(choice, (ids) => actions.reject(ids)),
      unlabel: (choice: FaceChoice) => void doTo(choice, (ids) => actions.unlabel(ids)),
    };
  }, [actions, faces, ledger, toasts, select]);

  const open = useCallback(
    (id: string) => {
      const face = ledger.get(id);
      const photos = board.current.order.flatMap((other) => ledger.get(other)?.photo.id ?? []);
      if (face) trail.open(face.photo.id, face.id, [...new Set(photos)]);
    },
    [ledger, board, trail],
  );

  const run = useCallback(
    (command: TileCommand, choice: FaceChoice, anchor: DOMRect | null) => {
      if (choice.count === 0) return;
      const state = commonState(statesOf(choice, (id) => ledger.get(id)));
      if (command === 'label') ask({ kind: 'who', choice, anchor });
      else if (command === 'confirm' && state === 'INFERRED') commands.confirm(choice);
      else if (command === 'reject' && state === 'INFERRED') commands.reject(choice);
      else if (command === 'unlabel' && state === 'LABELED') commands.unlabel(choice);
      else if (command === 'remove' && choice.count > DELETE_WITHOUT_QUESTION)
        ask({ kind: 'delete', choice });
      else if (command === 'remove') commands.remove(choice);
      else if (command === 'open' && choice.ids.length > 0) open(choice.ids[0]!);
    },
    [commands, ledger, open],
  );
  const { label, remove, reject } = commands;
  return { run, label, remove, reject, question, ask };
}
