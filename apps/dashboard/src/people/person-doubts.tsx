import { useEffect, useState } from 'react';
import { useQuery } from '../api/use-query';
import { EmptyState } from '../design/empty-state';
import { Problem } from '../design/problem';
import { type Face } from '../faces/face-criteria';
import { GridSkeleton } from '../faces/grid-skeleton';
import { PersonDoubtsDocument, type PersonDoubtsQuery } from '../graphql/generated/graphql';
import { usePhotoTrail } from '../photo/photo-trail';
import { useChangingDashboard } from '../shell/dashboard';
import { strings } from '../strings/en';
import { CorrectionBar } from './correction-bar';
import { LooseFaces } from './loose-faces';

/** Faces of a person that may be of somebody else: those that cannot be, and those that look least like the others. */
export function PersonDoubts({ id }: { id: string }) {
  const { data, error, retry } = useQuery(PersonDoubtsDocument, { id });
  const { sections, chosen, picked, toggle, clear } = useDoubts(id, data);
  const trail = usePhotoTrail();
  if (!data) return error ? <Problem error={error} retry={retry} /> : <GridSkeleton />;
  const shown = sections.filter(({ faces }) => faces.length > 0);
  if (shown.length === 0)
    return <EmptyState title={strings.people.noDoubts} text={strings.people.noDoubtsText} />;
  const photos = [...new Set(shown.flatMap(({ faces }) => faces.map(({ photo }) => photo.id)))];
  const open = (face: Face) => trail.open(face.photo.id, face.id, photos);
  return (
    <>
      {shown.map(({ title, text, faces }) => (
        <section key={title} className="person-section" aria-label={title}>
          <h2>{title}</h2>
          <p className="soft">{text}</p>
          <LooseFaces faces={faces} chosen={chosen} toggle={toggle} open={open} />
        </section>
      ))}
      {picked.length > 0 && <CorrectionBar faces={picked} clear={clear} open={open} />}
    </>
  );
}

/** The doubtful faces as they are now, each once, without those that are of others by now; and which are chosen. */
function useDoubts(id: string, data: PersonDoubtsQuery | null) {
  const { ledger } = useChangingDashboard();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const impossible = data?.person?.impossibleFaces ?? [];
  const known = new Set(impossible.map((face) => face.id));
  const outliers = (data?.person?.outliers ?? [])
    .map(({ face }) => face)
    .filter((face) => !known.has(face.id));
  useEffect(() => {
    if (!data?.person) return;
    ledger.receive([...data.person.impossibleFaces, ...data.person.outliers.map(({ face }) => face)]);
  }, [ledger, data]);
  const current = (faces: readonly Face[]) =>
    faces.map((face) => ledger.get(face.id) ?? face).filter((face) => face.person?.id === id);
  const { cannotBe, cannotBeText, outliers: title, outliersText } = strings.people;
  const sections = [
    { title: cannotBe, text: cannotBeText, faces: current(impossible) },
    { title, text: outliersText, faces: current(outliers) },
  ];
  return {
    sections,
    chosen,
    picked: sections.flatMap(({ faces }) => faces.filter((face) => chosen.has(face.id))),
    clear: () => setChosen(new Set()),
    toggle: (faceId: string) =>
      setChosen((before) => {
        const next = new Set(before);
        if (!next.delete(faceId)) next.add(faceId);
        return next;
      }),
  };
}
