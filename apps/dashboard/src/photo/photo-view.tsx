import { ChevronLeft, ChevronRight, ExternalLink, RefreshCw, ScanFace, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useEffect, useState } from 'react';
import { useQuery } from '../api/use-query';
import { Problem } from '../design/problem';
import { Avatar } from '../design/avatar';
import { EmptyState } from '../design/empty-state';
import { Fact } from '../design/fact';
import { type Face } from '../faces/face-criteria';
import { faceName } from '../faces/face-name';
import { PhotoByIdDocument, type PhotoByIdQuery } from '../graphql/generated/graphql';
import { LabelPopup, type LabelRequest } from '../labeling/label-popup';
import { useChangingDashboard } from '../shell/dashboard';
import { useCommands } from '../shell/use-commands';
import { strings } from '../strings/en';
import { formatBytes, formatDateTime } from '../strings/format';
import { usePhotoTrail, type PhotoTrail } from './photo-trail';
import './photo-view.css';

type Photo = NonNullable<PhotoByIdQuery['photo']>;

/** The photo that the address names, over whatever is below it. */
export function PhotoView() {
  const trail = usePhotoTrail();
  if (trail.photoId === null) return null;
  return <OpenPhoto key={trail.photoId} photoId={trail.photoId} trail={trail} />;
}

function OpenPhoto({ photoId, trail }: { photoId: string; trail: PhotoTrail }) {
  const dashboard = useChangingDashboard();
  const { data, error } = useQuery(PhotoByIdDocument, { id: photoId });
  const [labelRequest, setLabelRequest] = useState<LabelRequest | null>(null);
  const [boxes, setBoxes] = useState(true);
  const photo = data?.photo ?? null;
  const { ledger, actions } = dashboard;
  useEffect(() => {
    if (photo) ledger.receive(photo.faces);
  }, [photo, ledger]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (labelRequest || event.defaultPrevented) return;
      if (event.key === 'ArrowLeft' && trail.previous) trail.go(trail.previous);
      if (event.key === 'ArrowRight' && trail.next) trail.go(trail.next);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [trail, labelRequest]);

  // Faces as they are now; one that was just deleted is still in the answer for a moment.
  const faces = (photo?.faces ?? []).flatMap((face) => {
    const now = ledger.get(face.id);
    return now ? [{ ...now, box: face.box }] : [];
  });
  const names = faces.flatMap((face) => (face.state === 'UNKNOWN' ? [] : (face.person?.displayName ?? [])));
  return (
    <Dialog.Root open onOpenChange={(open) => !open && trail.close()}>
      <Dialog.Portal>
        <Dialog.Content className="photo-view" aria-describedby={undefined}>
          <Dialog.Title className="visually-hidden">{strings.photo.named(names.join(', '))}</Dialog.Title>
          <div className="photo-view__stage">
            <div className="photo-view__bar">
              <Dialog.Close className="photo-view__button" aria-label={strings.actions.close}>
                <X size={22} />
              </Dialog.Close>
              <button
                className="photo-view__button"
                aria-label={strings.photo.boxes}
                title={strings.photo.boxes}
                aria-pressed={boxes}
                onClick={() => setBoxes(!boxes)}
              >
                <ScanFace size={21} />
              </button>
            </div>
            {photo && (
              <Picture
                photo={photo}
                faces={boxes ? faces : []}
                highlighted={trail.faceId}
                label={(faceId, anchor) => setLabelRequest({ faceIds: [faceId], anchor })}
              />
            )}
            {!photo && error && <Problem error={error} />}
            {data && !photo && <EmptyState art="lost" title={strings.photo.missing} />}
            {trail.previous && (
              <button
                className="photo-view__button photo-view__step photo-view__step--back"
                aria-label={strings.photo.previous}
                onClick={() => trail.go(trail.previous!)}
              >
                <ChevronLeft size={26} />
              </button>
            )}
            {trail.next && (
              <button
                className="photo-view__button photo-view__step photo-view__step--on"
                aria-label={strings.photo.next}
                onClick={() => trail.go(trail.next!)}
              >
                <ChevronRight size={26} />
              </button>
            )}
          </div>
          {photo && (
            <Details photo={photo} faces={faces} label={(faceId, anchor) => setLabelRequest({ faceIds: [faceId], anchor })} />
          )}
          {labelRequest && (
            <LabelPopup
              request={labelRequest}
              close={() => setLabelRequest(null)}
              choose={(target) => void actions.label(labelRequest.faceIds, target)}
            />
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type BoxedFace = Face & { box: Photo['faces'][number]['box'] };
type Label = (faceId: string, anchor: DOMRect) => void;

interface PictureProps {
  photo: Photo;
  faces: readonly BoxedFace[];
  highlighted: string | null;
  label: Label;
}

function Picture({ photo, faces, highlighted, label }: PictureProps) {
  const [loaded, setLoaded] = useState(false);
  const percent = (fraction: number) => `${fraction * 100}%`;
  return (
    <div className="photo-view__space">
      <div
        className="photo-view__picture"
        style={{
          width: `min(100cqw, 100cqh * ${photo.width / photo.height})`,
          aspectRatio: `${photo.width} / ${photo.height}`,
          // The grid has small pictures at most: the thumbnail shows what comes until the preview is there.
          backgroundImage: `url(${JSON.stringify(photo.thumbnailUrl)})`,
        }}
      >
        <img src={photo.previewUrl} alt="" data-loaded={loaded} onLoad={() => setLoaded(true)} />
        {faces.map((face) => (
          <button
            key={face.id}
            className="face-box"
            data-state={face.state}
            data-highlighted={face.id === highlighted}
            aria-label={faceName(face)}
            style={{
              left: percent(face.box.x),
              top: percent(face.box.y),
              width: percent(face.box.width),
              height: percent(face.box.height),
            }}
            onClick={(event) => label(face.id, event.currentTarget.getBoundingClientRect())}
          >
            <span className="face-box__name">
              {face.state === 'UNKNOWN' ? '?' : face.person?.displayName}
              {face.state === 'INFERRED' && ' ?'}
            </span>
          </button>
        ))}
      </div>
    </div>
  );
}

function Details({ photo, faces, label }: { photo: Photo; faces: readonly BoxedFace[]; label: Label }) {
  const { rescanPhotos } = useCommands();
  return (
    <aside className="photo-details" aria-label={strings.photo.details}>
      <h2>{strings.photo.people}</h2>
      {faces.length === 0 && <p className="soft">{strings.photo.nobody}</p>}
      <ul className="photo-details__people">
        {faces.map((face) => (
          <li key={face.id}>
            <button onClick={(event) => label(face.id, event.currentTarget.getBoundingClientRect())}>
              <Avatar url={face.cropUrl} size={40} />
              <span className="photo-details__name" data-known={face.state !== 'UNKNOWN'}>
                {face.state === 'UNKNOWN' ? strings.tabs.unknown : face.person?.displayName}
                <small>
                  {face.state === 'INFERRED' ? strings.tabs.inferred : face.state === 'LABELED' ? strings.tabs.labeled : strings.actions.label}
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <dl className="facts">
        {photo.takenAt && <Fact name={strings.photo.date}>{formatDateTime(photo.takenAt)}</Fact>}
        {photo.camera && <Fact name={strings.photo.camera}>{photo.camera}</Fact>}
        {photo.lens && <Fact name={strings.photo.lens}>{photo.lens}</Fact>}
        <Fact name={strings.photo.size}>
          {strings.photo.pixels(photo.width, photo.height)}, {formatBytes(photo.byteLength)}
        </Fact>
        {photo.location && (
          <Fact name={strings.photo.place}>
            {photo.location.latitude.toFixed(4)}, {photo.location.longitude.toFixed(4)}
          </Fact>
        )}
        <Fact name={photo.sources.length === 1 ? strings.photo.path : strings.photo.paths}>
          {photo.sources.map((source) => (
            <span key={source} className="facts__path">
              {source}
            </span>
          ))}
        </Fact>
      </dl>
      {photo.failure && (
        <p role="alert" className="photo-details__failure">
          {photo.failure.message} {photo.failure.hint}
        </p>
      )}
      <div className="photo-details__actions">
        <button className="button button--quiet" onClick={() => void rescanPhotos([photo.id])}>
          <RefreshCw size={16} aria-hidden />
          {strings.photo.rescan}
        </button>
        <a className="button button--quiet" href={photo.originalUrl} target="_blank" rel="noreferrer">
          <ExternalLink size={16} aria-hidden />
          {strings.photo.original}
        </a>
      </div>
    </aside>
  );
}
