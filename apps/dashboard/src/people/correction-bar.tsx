import { Maximize2, Undo2, UserRoundPen, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useFocusHandover } from '../design/focus-return';
import { type Face } from '../faces/face-criteria';
import { LabelPopup, type LabelRequest } from '../labeling/label-popup';
import { useDashboard } from '../shell/dashboard';
import { strings } from '../strings/en';

interface CorrectionBarProps {
  faces: readonly Face[];
  clear: () => void;
  open: (face: Face) => void;
}

/** What can be said of faces that were chosen because they may be of somebody else. */
export function CorrectionBar({ faces, clear, open }: CorrectionBarProps) {
  const { actions } = useDashboard();
  const bar = useFocusHandover<HTMLDivElement>();
  const [request, setRequest] = useState<LabelRequest | null>(null);
  const ids = faces.map(({ id }) => id);
  const all = (state: Face['state']) => faces.every((face) => face.state === state);
  return (
    <div ref={bar} className="selection-bar" role="toolbar" aria-label={strings.selection.bar}>
      <button className="selection-bar__clear" aria-label={strings.actions.clear} onClick={clear}>
        <X size={20} />
      </button>
      <span className="selection-bar__count" role="status">
        {strings.counts.faces(ids.length)}
      </span>
      {faces.length === 1 && (
        <BarButton name={strings.actions.openPhoto} press={() => open(faces[0]!)}>
          <Maximize2 size={17} />
        </BarButton>
      )}
      {all('LABELED') && (
        <BarButton name={strings.actions.unlabel} press={() => void actions.unlabel(ids)}>
          <Undo2 size={18} />
        </BarButton>
      )}
      {all('INFERRED') && (
        <BarButton name={strings.actions.reject} press={() => void actions.reject(ids)}>
          <X size={18} />
        </BarButton>
      )}
      <button
        className="selection-bar__button selection-bar__button--label"
        onClick={(event) => setRequest({ faceIds: ids, anchor: event.currentTarget.getBoundingClientRect() })}
      >
        <UserRoundPen size={18} />
        {strings.people.someoneElse}
      </button>
      {request && (
        <LabelPopup
          request={request}
          close={() => setRequest(null)}
          choose={(target) => void actions.label(request.faceIds, target)}
        />
      )}
    </div>
  );
}

interface BarButtonProps {
  name: string;
  press: () => void;
  children: ReactNode;
}

function BarButton({ name, press, children }: BarButtonProps) {
  return (
    <button className="selection-bar__button" onClick={press}>
      {children}
      {name}
    </button>
  );
}
