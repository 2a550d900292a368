import { useQuery } from '../api/use-query';
import { EmptyState } from '../design/empty-state';
import { Problem } from '../design/problem';
import { GridSkeleton } from '../faces/grid-skeleton';
import { PersonDoubtsDocument } from '../graphql/generated/graphql';
import { strings } from '../strings/en';
import { LooseFaces } from './loose-faces';

/** Faces of a person that may be of somebody else: those that cannot be, and those that look least like the others. */
export function PersonDoubts({ id }: { id: string }) {
  const { data, error } = useQuery(PersonDoubtsDocument, { id });
  if (!data) return error ? <Problem error={error} /> : <GridSkeleton />;
  const impossible = data.person?.impossibleFaces ?? [];
  const outliers = (data.person?.outliers ?? []).map(({ face }) => face);
  if (impossible.length + outliers.length === 0)
    return <EmptyState title={strings.people.noDoubts} text={strings.people.noDoubtsText} />;
  return (
    <>
      {impossible.length > 0 && (
        <section className="person-section" aria-label={strings.people.cannotBe}>
          <h2>{strings.people.cannotBe}</h2>
          <p className="soft">{strings.people.cannotBeText}</p>
          <LooseFaces faces={impossible} personId={id} />
        </section>
      )}
      {outliers.length > 0 && (
        <section className="person-section" aria-label={strings.people.outliers}>
          <h2>{strings.people.outliers}</h2>
          <p className="soft">{strings.people.outliersText}</p>
          <LooseFaces faces={outliers} personId={id} />
        </section>
      )}
    </>
  );
}
