import { Split } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useQuery } from '../api/use-query';
import { EmptyState } from '../design/empty-state';
import { FadingImage } from '../design/fading-image';
import { Problem } from '../design/problem';
import { GridSkeleton } from '../faces/grid-skeleton';
import { PersonAppearancesDocument } from '../graphql/generated/graphql';
import { LabelPopup, type LabelRequest } from '../labeling/label-popup';
import { useChangingDashboard } from '../shell/dashboard';
import { strings } from '../strings/en';
import { formatCount } from '../strings/format';

/** The faces of a person in groups that look alike; each can be made another person. */
export function PersonSplit({ id }: { id: string }) {
  const { ledger, actions } = useChangingDashboard();
  const { data, error, retry } = useQuery(PersonAppearancesDocument, { id });
  const [request, setRequest] = useState<LabelRequest | null>(null);
  const answer = data?.person?.appearances;
  useEffect(() => {
    if (answer) ledger.receive(answer.flatMap(({ faces }) => faces));
  }, [ledger, answer]);
  if (!answer) return error ? <Problem error={error} retry={retry} /> : <GridSkeleton />;
  // What was made another person is gone at once, and back at once when that is taken back.
  const groups = answer.filter(({ faces }) =>
    faces.some((face) => (ledger.get(face.id) ?? face).person?.id === id),
  );
  if (groups.length < 2)
    return <EmptyState title={strings.people.oneGroup} text={strings.people.oneGroupText} />;
  return (
    <>
      <div className="person-section">
        <h2>{strings.people.split}</h2>
        <p className="soft">{strings.people.splitText}</p>
      </div>
      {groups.map(({ faceIds, faces }, index) => (
        <section key={faceIds[0]} className="appearance" aria-label={strings.people.group(index + 1)}>
          <header className="appearance__header">
            <h3>{strings.people.group(index + 1)}</h3>
            <span className="soft">{strings.counts.faces(faceIds.length)}</span>
            <button
              className="button button--quiet button--small"
              onClick={(event) =>
                setRequest({ faceIds, anchor: event.currentTarget.getBoundingClientRect() })
              }
            >
              <Split size={15} aria-hidden />
              {strings.people.splitAction}
            </button>
          </header>
          <div className="loose-faces">
            {faces.map((face) => (
              <span key={face.id} className="loose-face">
                <FadingImage src={face.cropUrl} />
              </span>
            ))}
            {faceIds.length > faces.length && (
              <span className="loose-face loose-face--more">
                +{formatCount(faceIds.length - faces.length)}
              </span>
            )}
          </div>
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
