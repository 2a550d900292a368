import { useCallback, useMemo, useState, type Dispatch, type RefObject } from 'react';
import { toApiError } from '../api/api-error';
import { type LabelTarget } from '../labeling/face-actions';
import { usePhotoTrail } from '../photo/photo-trail';
import { type SelectionAction } from '../selection/selection';
import { type Dashboard } from '../shell/dashboard';
import { type BoardQuestion } from './board-dialogs';
import { type TileCommand } from './face-tile';
import { type GroupHandlers } from './face-group';
import { commonState, type LoadedGroup } from './grid-group';
import { type DrawnBoard } from './use-face-focus';

/** More faces than this are deleted only after a question. */
const DELETE_WITHOUT_QUESTION = 20;

export interface FaceCommands {
  run: (command: TileCommand, ids: readonly string[], anchor: DOMRect | null) => void;
  label: (ids: readonly string[], target: LabelTarget) => void;
  remove: (ids: readonly string[]) => void;
  reject: (ids: readonly string[]) => void;
  /** What is asked before something is done; null when nothing is. */
  question: BoardQuestion | null;
  ask: (question: BoardQuestion | null) => void;
}

/** What the buttons and keys of a board do to faces. What is done with faces takes them out of the selection. */
export function useFaceCommands(
  { actions, ledger }: Dashboard,
  select: Dispatch<SelectionAction>,
  board: RefObject<DrawnBoard>,
): FaceCommands {
  const trail = usePhotoTrail();
  const [question, ask] = useState<BoardQuestion | null>(null);
  const commands = useMemo(() => {
    const act = (ids: readonly string[], acting: Promise<unknown>) => {
      select({ type: 'remove', ids });
      void acting;
    };
    return {
      label: (ids: readonly string[], target: LabelTarget) => act(ids, actions.label(ids, target)),
      remove: (ids: readonly string[]) => act(ids, actions.remove(ids)),
      confirm: (ids: readonly string[]) => act(ids, actions.confirm(ids)),
      reject: (ids: readonly string[]) => act(ids, actions.reject(ids)),
      unlabel: (ids: readonly string[]) => act(ids, actions.unlabel(ids)),
    };
  }, [actions, select]);

  const open = useCallback(
    (id: string) => {
      const face = ledger.get(id);
      const photos = board.current.order.flatMap((other) => ledger.get(other)?.photo.id ?? []);
      if (face) trail.open(face.photo.id, face.id, [...new Set(photos)]);
    },
    [ledger, board, trail],
  );

  const run = useCallback(
    (command: TileCommand, ids: readonly string[], anchor: DOMRect | null) => {
      if (ids.length === 0) return;
      const state = commonState(ids.flatMap((id) => ledger.get(id)?.state ?? []));
      if (command === 'label') ask({ kind: 'who', faceIds: ids, anchor });
      else if (command === 'confirm' && state === 'INFERRED') commands.confirm(ids);
      else if (command === 'reject' && state === 'INFERRED') commands.reject(ids);
      else if (command === 'unlabel' && state === 'LABELED') commands.unlabel(ids);
      else if (command === 'remove' && ids.length > DELETE_WITHOUT_QUESTION) {
        ask({ kind: 'delete', faceIds: ids });
      } else if (command === 'remove') commands.remove(ids);
      else if (command === 'open') open(ids[0]!);
    },
    [commands, ledger, open],
  );
  const { label, remove, reject } = commands;
  return { run, label, remove, reject, question, ask };
}

/** What the headers of groups do. */
export function useGroupHandlers(
  { faces, toasts }: Dashboard,
  select: Dispatch<SelectionAction>,
  { run, ask }: FaceCommands,
  fold: (key: string) => void,
): GroupHandlers {
  return useMemo(() => {
    const allOf = async (group: LoadedGroup): Promise<readonly string[]> => {
      try {
        return await faces.loadAll(group.criteria);
      } catch (thrown) {
        const { message, hint } = toApiError(thrown);
        toasts.add({ tone: 'failed', text: message, details: hint ? [hint] : [] });
        return [];
      }
    };
    return {
      fold,
      selectAll: (group) => void allOf(group).then((ids) => select({ type: 'toggle-all', ids })),
      act: (group, command, anchor) =>
        void allOf(group).then((ids) => {
          // What is rejected is never suggested again, so a whole group is asked about first.
          if (command === 'reject' && ids.length > 0) {
            ask({ kind: 'reject', faceIds: ids, name: group.personName ?? group.title });
          } else run(command, ids, anchor);
        }),
      retry: (group) => void faces.retry(group.criteria),
    };
  }, [faces, toasts, select, run, ask, fold]);
}
