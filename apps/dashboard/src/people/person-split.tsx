import { useEffect, useState } from 'react';
import { useQuery } from '../api/use-query';
import { EmptyState } from '../design/empty-state';
import { FadingImage } from '../design/fading-image';
import { Problem } from '../design/problem';
import { GridSkeleton } from '../faces/grid-skeleton';
import { PersonAppearancesDocument } from '../graphql/generated/graphql';
import { LabelPopup, type LabelRequest } from '../labeling/label-popup';
import { useDashboard } from '../shell/dashboard';
import { strings } from '../strings/en';

/** The faces of a person in groups that look alike; each can be made another person. */
export function PersonSplit({ id }: { id: string }) {
  const { ledger, actions } = useDashboard();
  const { data, error } = useQuery(PersonAppearancesDocument, { id });
  const [request, setRequest] = useState<LabelRequest | null>(null);
  const groups = data?.person?.appearances;
  useEffect(() => {
    if (groups) ledger.receive(groups.flatMap(({ faces }) => faces));
  }, [ledger, groups]);
  if (!groups) return error ? <Problem error={error} /> : <GridSkeleton />;
  if (groups.length < 2) return <EmptyState title={strings.people.oneGroup} text={strings.people.oneGroupText} />;
  return (
    <>
      <h2>{strings.people.split}</h2>
      <p className="soft">{strings.people.splitText}</p>
      {groups.map(({ faceIds, faces }, index) => (
        <section key={faceIds[0]} className="person-section" aria-label={strings.people.group(index + 1)}>
          <div className="loose-faces">
            {faces.map((face) => (
              <span key={face.id} className="loose-face">
                <FadingImage src={face.cropUrl} />
              </span>
            ))}
          </div>
          <button
            className="button button--quiet"
            onClick={(event) => setRequest({ faceIds, anchor: event.currentTarget.getBoundingClientRect() })}
          >
            {strings.people.splitAction(faceIds.length)}
          </button>
        </section>
      ))}
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
