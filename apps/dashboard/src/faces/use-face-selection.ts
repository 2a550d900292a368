import { useEffect, useMemo, useReducer, useRef, type Dispatch } from 'react';
import {
  groupCheck,
  isWithinScope,
  NOTHING_SELECTED,
  type Scope,
  type Selection,
  type SelectionAction,
  selectionReducer,
} from '../selection/selection';
import { type Dashboard } from '../shell/dashboard';
import { type Face, facesKey, includes } from './face-criteria';
import { type FaceChoice, readChoice, selectedFaces } from './face-choice';
import { type LoadedGroup } from './grid-group';
import { type Place, placeOf, stretchesBetween } from './places';

export interface FaceSelection {
  selection: Selection;
  select: Dispatch<SelectionAction>;
  /** What is selected, those faces included that nobody scrolled to. */
  selected: FaceChoice;
  toggle: (id: string) => void;
  /** Selects everything from where the last selection was to a place, loaded or not. */
  stretch: (to: Place) => void;
  /** As `stretch`, from another place where nothing was selected before. */
  stretchFrom: (from: Place, to: Place) => void;
  toggleGroup: (group: LoadedGroup) => void;
  selectEverything: () => void;
  invert: () => void;
}

/** What is selected on a board of which `whole` is all there is, whatever is loaded of it. */
export function useFaceSelection(
  dashboard: Dashboard,
  loaded: readonly LoadedGroup[],
  whole: readonly Scope[],
): FaceSelection {
  const { ledger, faces, toasts } = dashboard;
  const [selection, select] = useReducer(selectionReducer, NOTHING_SELECTED);
  useSelectionCare(dashboard, selection, select, whole);

  const counts = useMemo(() => {
    const groups = loaded.map(({ criteria, count }): Scope => ({ criteria, count }));
    return new Map([...whole, ...groups].map(({ criteria, count }) => [facesKey(criteria), count]));
  }, [loaded, whole]);
  const countOf = ({ criteria, count }: Scope) => counts.get(facesKey(criteria)) ?? count;

  const latest = useRef({ loaded, whole, selection, countOf });
  useEffect(() => {
    latest.current = { loaded, whole, selection, countOf };
  });
  const actions = useMemo(() => {
    const faceOf = (id: string) => ledger.confirmed(id);
    const known = (ids: readonly string[]): Face[] => ids.flatMap((id) => ledger.get(id) ?? []);
    /** Reads, and says when that does not work. */
    const reading = async (ids: Promise<readonly string[]>, then: (faces: Face[]) => void) => {
      try {
        then(known(await ids));
      } catch (thrown) {
        toasts.failed(thrown);
      }
    };
    const between = (from: Place, to: Place) => {
      for (const stretch of stretchesBetween(latest.current.loaded, from, to)) {
        const group = latest.current.loaded[stretch.group]!;
        const here = group.faces.between(stretch.from, stretch.to);
        select({ type: 'add', faces: known(here) });
        if (here.length === stretch.to - stretch.from) continue;
        const all = faces.readIds(group.criteria, stretch.from, stretch.to);
        void reading(all, (read) => select({ type: 'add', faces: read }));
      }
    };
    const counted = (scope: Scope): Scope => ({ ...scope, count: latest.current.countOf(scope) });
    return {
      toggle: (id: string) => {
        for (const face of known([id])) select({ type: 'toggle', face });
      },
      stretch: (to: Place) => {
        const { anchor } = latest.current.selection;
        const from = anchor === null ? null : placeOf(latest.current.loaded, anchor);
        if (from) return between(from, to);
        const id = latest.current.loaded[to.group]?.faces.at(to.index);
        for (const face of known(id === undefined ? [] : [id])) select({ type: 'toggle', face });
      },
      stretchFrom: (from: Place, to: Place) => {
        const { anchor } = latest.current.selection;
        const id = latest.current.loaded[from.group]?.faces.at(from.index);
        const first = anchor === null && id !== undefined ? ledger.get(id) : null;
        if (first) select({ type: 'toggle', face: first });
        between((anchor !== null && placeOf(latest.current.loaded, anchor)) || from, to);
      },
      toggleGroup: (group: LoadedGroup) => {
        const { criteria } = group;
        if (groupCheck(latest.current.selection, group, known(group.faces.ids)) !== 'all') {
          return select({ type: 'take-all', scope: { criteria, count: group.count }, faceOf });
        }
        select({ type: 'drop-all', criteria, faceOf });
        const rest = latest.current.selection.scopes.filter((scope) => !includes(criteria, scope.criteria));
        if (!isWithinScope({ ...NOTHING_SELECTED, scopes: rest }, criteria)) return;
        void reading(faces.readIds(criteria), (read) => select({ type: 'take-out', faces: read }));
      },
      selectEverything: () => {
        for (const scope of latest.current.whole.map(counted)) {
          if (scope.count > 0) select({ type: 'take-all', scope, faceOf });
        }
      },
      invert: () => {
        const { selection, whole } = latest.current;
        const keys = new Set(whole.map(({ criteria }) => facesKey(criteria)));
        const turn = () => select({ type: 'invert', whole: whole.map(counted) });
        const isWhole =
          selection.scopes.length === 0 ||
          (selection.scopes.length === whole.length &&
            selection.chosen.size === 0 &&
            selection.scopes.every(({ criteria }) => keys.has(facesKey(criteria))));
        if (isWhole) return turn();
        void reading(readChoice(selectedFaces(selection, latest.current.countOf), faces), (read) => {
          select({ type: 'clear' });
          select({ type: 'add', faces: read });
          turn();
        });
      },
    };
  }, [faces, ledger, toasts]);
  return { selection, select, selected: selectedFaces(selection, countOf), ...actions };
}

/** Keeps a selection true: faces that are gone leave it, and the ledger keeps those that are in it. */
function useSelectionCare(
  dashboard: Dashboard,
  selection: Selection,
  select: Dispatch<SelectionAction>,
  whole: readonly Scope[],
): void {
  const { ledger } = dashboard;
  const version = dashboard.currentVersion();
  const states = useMemo(() => new Set(whole.map(({ criteria }) => criteria.state)), [whole]);
  useEffect(() => {
    const hold = () => [...selection.chosen, ...selection.except];
    ledger.holders.add(hold);
    return () => void ledger.holders.delete(hold);
  }, [ledger, selection]);
  useEffect(() => {
    const isThere = (id: string) => {
      const face = ledger.get(id);
      return face !== null && states.has(face.state);
    };
    select({ type: 'keep', isThere });
  }, [version, ledger, states, select]);
  useEffect(() => {
    // Which faces lie in a folder is not known here, so that only the faces of that folder can be shown as selected.
    const isShown = ({ criteria }: Scope) =>
      criteria.limits?.folder === undefined || whole.some((scope) => includes(criteria, scope.criteria));
    select({ type: 'keep-scopes', isShown });
  }, [whole, select]);
}
