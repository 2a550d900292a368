import { useQuery } from '../api/use-query';
import { type Face } from '../faces/face-criteria';
import { ReviewedPersonDocument } from '../graphql/generated/graphql';

/** Reads what comes next, faces and people, so that it is there at once. */
export function ReviewAhead({ faces }: { faces: readonly Face[] }) {
  const people = new Set(faces.flatMap(({ person }) => person?.id ?? []));
  return (
    <div hidden>
      {faces.map((face) => (
        <img key={face.id} src={face.cropUrl} alt="" />
      ))}
      {[...people].map((id) => (
        <PersonAhead key={id} id={id} />
      ))}
    </div>
  );
}

function PersonAhead({ id }: { id: string }) {
  const faces = useQuery(ReviewedPersonDocument, { id }).data?.person?.faces.nodes ?? [];
  return faces.map((face) => <img key={face.id} src={face.cropUrl} alt="" />);
}
