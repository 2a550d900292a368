import { useEffect, useState } from 'react';
import { FadingImage } from '../design/fading-image';
import { AgeMark } from '../faces/age-mark';
import { type Face } from '../faces/face-criteria';
import { faceName } from '../faces/face-name';
import { LabelPopup, type LabelRequest } from '../labeling/label-popup';
import { usePhotoTrail } from '../photo/photo-trail';
import { useChangingDashboard } from '../shell/dashboard';
import { strings } from '../strings/en';

interface LooseFacesProps {
  faces: readonly Face[];
  /** Whom the faces are to be of: those that are of others by now are left out. */
  personId: string;
}

/** Some faces of a person to look at closely, choose from and correct. */
export function LooseFaces({ faces, personId }: LooseFacesProps) {
  const { ledger, actions } = useChangingDashboard();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [request, setRequest] = useState<LabelRequest | null>(null);
  const trail = usePhotoTrail();
  useEffect(() => ledger.receive(faces), [ledger, faces]);
  const now = faces.map((face) => ledger.get(face.id) ?? face).filter((face) => face.person?.id === personId);
  const picked = now.filter(({ id }) => chosen.has(id));
  const ids = picked.map(({ id }) => id);
  const labeled = picked.every(({ state }) => state === 'LABELED');
  const inferred = picked.every(({ state }) => state === 'INFERRED');
  const toggle = (id: string) =>
    setChosen((current) => {
      const next = new Set(current);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const open = (face: Face) => trail.open(face.photo.id, face.id, [...new Set(now.map(({ photo }) => photo.id))]);
  return (
    <>
      <div className="loose-faces">
        {now.map((face) => (
          <button
            key={face.id}
            className="loose-face"
            role="checkbox"
            aria-checked={chosen.has(face.id)}
            aria-label={faceName(face)}
            onClick={() => toggle(face.id)}
            onDoubleClick={() => open(face)}
          >
            <FadingImage src={face.cropUrl} />
            <AgeMark age={face.age} />
          </button>
        ))}
      </div>
      {ids.length > 0 && (
        <div className="months" role="toolbar" aria-label={strings.selection.bar}>
          {ids.length === 1 && (
            <button className="button button--quiet" onClick={() => open(picked[0]!)}>
              {strings.actions.openPhoto}
            </button>
          )}
          {labeled && (
            <button className="button button--quiet" onClick={() => void actions.unlabel(ids)}>
              {strings.actions.unlabel}
            </button>
          )}
          {inferred && (
            <button className="button button--quiet" onClick={() => void actions.reject(ids)}>
              {strings.actions.reject}
            </button>
          )}
          <button
            className="button button--primary"
            onClick={(event) => setRequest({ faceIds: ids, anchor: event.currentTarget.getBoundingClientRect() })}
          >
            {strings.people.someoneElse}
          </button>
        </div>
      )}
      {request && (
        <LabelPopup
          request={request}
          close={() => setRequest(null)}
          choose={(target) => void actions.label(request.faceIds, target)}
        />
      )}
    </>
  );
}
