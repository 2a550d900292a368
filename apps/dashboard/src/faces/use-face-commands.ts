import { useCallback, useMemo, useState, type Dispatch, type RefObject } from 'react';
import { type ManyFaces, MOST_EXCEPT } from '../labeling/bulk-actions';
import { type LabelTarget } from '../labeling/face-actions';
import { usePhotoTrail } from '../photo/photo-trail';
import { NOTHING_SELECTED, type SelectionAction } from '../selection/selection';
import { type Dashboard } from '../shell/dashboard';
import { strings } from '../strings/en';
import { type BoardQuestion } from './board-dialogs';
import { type FaceChoice, manyFacesOf, readChoice, statesOf } from './face-choice';
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
  dashboard: Dashboard,
  select: Dispatch<SelectionAction>,
  board: RefObject<DrawnBoard>,
): FaceCommands {
  const { ledger } = dashboard;
  const trail = usePhotoTrail();
  const [question, ask] = useState<BoardQuestion | null>(null);
  const commands = useMemo(() => {
    const { actions, bulk } = dashboard;
    const doTo = doing(dashboard, select, ask);
    return {
      label: (choice: FaceChoice, target: LabelTarget) =>
        void doTo(choice, {
          some: (ids) => actions.label(ids, target),
          all: (faces) => bulk.label(faces, target),
        }),
      remove: (choice: FaceChoice) =>
        void doTo(choice, { some: (ids) => actions.remove(ids), all: (faces) => bulk.remove(faces) }),
      confirm: (choice: FaceChoice) =>
        void doTo(choice, { some: (ids) => actions.confirm(ids), all: (faces) => bulk.confirm(faces) }),
      reject: (choice: FaceChoice) =>
        void doTo(choice, { some: (ids) => actions.reject(ids), all: (faces) => bulk.reject(faces) }),
      unlabel: (choice: FaceChoice) =>
        void doTo(choice, { some: (ids) => actions.unlabel(ids), all: (faces) => bulk.unlabel(faces) }),
      ignore: (choice: FaceChoice) =>
        void doTo(choice, { some: (ids) => actions.ignore(ids), all: (faces) => bulk.ignore(faces) }),
      stopIgnoring: (choice: FaceChoice) =>
        void doTo(choice, {
          some: (ids) => actions.stopIgnoring(ids),
          all: (faces) => bulk.stopIgnoring(faces),
        }),
    };
  }, [dashboard, select]);

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
      else if (command === 'ignore' && state === 'IGNORED') commands.stopIgnoring(choice);
      else if (command === 'ignore') commands.ignore(choice);
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

/** The same thing done to faces by name, and to all that match. */
interface Deed {
  some: (ids: readonly string[]) => unknown;
  /** Answers how many there are, when that is another number than was told and nothing was done. */
  all: (faces: ManyFaces) => Promise<number | null>;
}

/** Does something to a choice, which is selected no more then; asks when there are more or fewer than people were told. */
function doing(
  { faces, ledger, toasts }: Dashboard,
  select: Dispatch<SelectionAction>,
  ask: (question: BoardQuestion) => void,
): (choice: FaceChoice, deed: Deed) => Promise<void> {
  const letGo = ({ ids, scopes }: FaceChoice) => {
    select({ type: 'remove', ids });
    for (const { criteria } of scopes) {
      select({ type: 'drop-all', criteria, faceOf: (id) => ledger.confirmed(id) });
    }
  };
  const doTo = async (choice: FaceChoice, deed: Deed): Promise<void> => {
    letGo(choice);
    if (choice.except.size > MOST_EXCEPT) return doOneByOne(choice, deed);
    if (choice.ids.length > 0) void deed.some(choice.ids);
    const asked = manyFacesOf(choice, (id) => ledger.confirmed(id));
    const counts = await Promise.all(asked.map((each) => deed.all(each)));
    const changed = asked.flatMap((each, at) => {
      const now = counts[at] ?? null;
      return now === null ? [] : [{ ...each, told: each.count, count: now }];
    });
    if (changed.length > 0) askAbout(choice, changed, deed);
  };
  const askAbout = (choice: FaceChoice, changed: readonly (ManyFaces & { told: number })[], deed: Deed) => {
    const now = sum(changed.map(({ count }) => count));
    if (now === 0) return toasts.add({ tone: 'failed', text: strings.board.gone });
    const scopes = changed.map(({ criteria, except, count }) => ({ criteria, count: count + except.size }));
    const except = new Set(changed.flatMap((each) => [...each.except]));
    const rest: FaceChoice = { ...choice, ids: [], scopes, except, count: now };
    if (choice.selection) {
      select({ type: 'restore', selection: { ...NOTHING_SELECTED, scopes, except } });
    }
    const told = sum(changed.map((each) => each.told));
    ask({ kind: 'changed', told, now, goOn: () => void doTo(rest, deed) });
  };
  /** More is left out than can be told in one request. */
  const doOneByOne = async (choice: FaceChoice, { some }: Deed): Promise<void> => {
    try {
      const ids = await readChoice(choice, faces);
      if (ids.length === choice.count) await some(ids);
      else ask({ kind: 'changed', told: choice.count, now: ids.length, goOn: () => void some(ids) });
    } catch (thrown) {
      toasts.failed(thrown);
    }
  };
  return doTo;
}

const sum = (counts: readonly number[]): number => counts.reduce((all, each) => all + each, 0);
