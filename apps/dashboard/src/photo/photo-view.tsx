import {
  ChevronLeft,
  ChevronRight,
  ExternalLink,
  Eye,
  EyeOff,
  RefreshCw,
  ScanFace,
  UserRoundPlus,
  X,
} from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useQuery } from '../api/use-query';
import { Problem } from '../design/problem';
import { Avatar } from '../design/avatar';
import { EmptyState } from '../design/empty-state';
import { Fact } from '../design/fact';
import { useFocusReturn } from '../design/focus-return';
import { type Face } from '../faces/face-criteria';
import { faceName } from '../faces/face-name';
import { PhotoByIdDocument } from '../graphql/generated/graphql';
import { type LabelTarget } from '../labeling/face-actions';
import { LabelPopup, type LabelRequest } from '../labeling/label-popup';
import { useChangingDashboard, useDashboard } from '../shell/dashboard';
import { useCommands } from '../shell/use-commands';
import { strings } from '../strings/en';
import { formatBytes, formatDateTime } from '../strings/format';
import { OFF, READY, stepBack } from './drawing';
import { DrawingBar } from './drawing-layer';
import { type BoxedFace, type Label } from './face-boxes';
import { type Photo, Picture } from './picture';
import { usePhotoTrail, type PhotoTrail } from './photo-trail';
import { useDrawing } from './use-drawing';
import { useZoom } from './use-zoom';
import './photo-view.css';

/** Stands for the face that is being drawn, which has no id yet. */
const NEW_FACE = 'new';

/** The photo that the address names, over whatever is below it. */
export function PhotoView() {
  const trail = usePhotoTrail();
  const returnFocus = useFocusReturn();
  if (trail.photoId === null) return null;
  return <OpenPhoto key={trail.photoId} photoId={trail.photoId} trail={trail} returnFocus={returnFocus} />;
}

interface OpenPhotoProps {
  photoId: string;
  trail: PhotoTrail;
  returnFocus: (event: Event) => void;
}

function OpenPhoto({ photoId, trail, returnFocus }: OpenPhotoProps) {
  const dashboard = useChangingDashboard();
  const { data, error, retry } = useQuery(PhotoByIdDocument, { id: photoId });
  const [labelRequest, setLabelRequest] = useState<LabelRequest | null>(null);
  const [boxes, setBoxes] = useState(true);
  const photo = data?.photo ?? null;
  const { ledger, actions } = dashboard;
  const toggleIgnored = useIgnoring();
  const desk = useDrawing(photoId);
  const { drawing } = desk;
  const draws = drawing.kind !== 'off';
  const frame = useRef<HTMLDivElement>(null);
  const [width, height] = [photo?.width ?? 1, photo?.height ?? 1];
  const zoom = useZoom(
    frame,
    useMemo(() => ({ width, height }), [width, height]),
    photo !== null,
  );
  useEffect(() => {
    if (photo) ledger.receive(photo.faces);
  }, [photo, ledger]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (labelRequest || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '+' || event.key === '=') zoom.step(1);
      if (event.key === '-') zoom.step(-1);
      if (event.key === '0') zoom.whole();
      if (draws || !photo) return;
      if (event.key === 'a') desk.change(() => READY);
      if (event.key === 'i' && trail.faceId !== null) toggleIgnored(trail.faceId);
      if (event.key === 'ArrowLeft' && trail.previous) trail.go(trail.previous);
      if (event.key === 'ArrowRight' && trail.next) trail.go(trail.next);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [trail, labelRequest, zoom, draws, desk, photo, toggleIgnored]);

  // Faces as they are now; one that was just deleted is still in the answer for a moment.
  const faces = (photo?.faces ?? []).flatMap((face) => {
    const now = ledger.get(face.id);
    return now ? [{ ...now, box: face.box, origin: face.origin }] : [];
  });
  const names = faces.flatMap((face) => (face.state === 'UNKNOWN' ? [] : (face.person?.displayName ?? [])));
  const finish = () => {
    if (drawing.kind !== 'placed') return;
    if (drawing.faceId !== null) void desk.move(drawing.faceId, drawing.box);
    else {
      const anchor = frame.current?.querySelector('.drawing__box')?.getBoundingClientRect() ?? null;
      setLabelRequest({ faceIds: [NEW_FACE], anchor });
    }
  };
  const choose = (target: LabelTarget) => {
    if (!labelRequest) return;
    if (labelRequest.faceIds[0] !== NEW_FACE) void actions.label(labelRequest.faceIds, target);
    else if (drawing.kind === 'placed') void desk.add(drawing.box, target);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && trail.close()}>
      <Dialog.Portal>
        <Dialog.Content
          className="photo-view"
          aria-describedby={undefined}
          onCloseAutoFocus={returnFocus}
          onEscapeKeyDown={(event) => {
            if (!draws) return;
            event.preventDefault();
            if (!labelRequest) desk.change(stepBack);
          }}
        >
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
              {photo && (
                <button
                  className="photo-view__button"
                  aria-label={strings.drawing.start}
                  title={strings.drawing.start}
                  aria-pressed={draws}
                  onClick={() => desk.change(() => (draws ? OFF : READY))}
                >
                  <UserRoundPlus size={21} />
                </button>
              )}
              {zoom.zoom.scale > 1 && (
                <button
                  className="photo-view__zoom"
                  aria-label={strings.photo.whole}
                  title={strings.photo.whole}
                  onClick={zoom.whole}
                >
                  {strings.photo.zoomed(zoom.zoom.scale)}
                </button>
              )}
            </div>
            {photo && (
              <Picture
                photo={photo}
                faces={boxes || draws ? faces : []}
                highlighted={draws ? desk.inTheWay : trail.faceId}
                label={(faceId, anchor) => setLabelRequest({ faceIds: [faceId], anchor })}
                frame={frame}
                zoom={zoom}
                drawing={drawing}
                change={desk.change}
                finish={finish}
              />
            )}
            {!photo && error && <Problem error={error} retry={retry} />}
            {data && !photo && <EmptyState art="lost" title={strings.photo.missing} />}
            {draws && (
              <DrawingBar
                drawing={drawing}
                finish={finish}
                addUnnamed={() => drawing.kind === 'placed' && void desk.add(drawing.box, null)}
                cancel={() => desk.change(stepBack)}
              />
            )}
            {!draws && trail.previous && (
              <button
                className="photo-view__button photo-view__step photo-view__step--back"
                aria-label={strings.photo.previous}
                onClick={() => trail.go(trail.previous!)}
              >
                <ChevronLeft size={26} />
              </button>
            )}
            {!draws && trail.next && (
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
            <Details
              photo={photo}
              faces={faces}
              label={(faceId, anchor) => setLabelRequest({ faceIds: [faceId], anchor })}
              toggleIgnored={toggleIgnored}
            />
          )}
          {labelRequest && (
            <LabelPopup request={labelRequest} close={() => setLabelRequest(null)} choose={choose} />
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Ignores a face, or stops ignoring it. */
function useIgnoring(): (faceId: string) => void {
  const { ledger, actions } = useDashboard();
  return useCallback(
    (faceId) => {
      const state = ledger.get(faceId)?.state;
      if (state === 'IGNORED') void actions.stopIgnoring([faceId]);
      else if (state) void actions.ignore([faceId]);
    },
    [ledger, actions],
  );
}

interface DetailsProps {
  photo: Photo;
  faces: readonly BoxedFace[];
  label: Label;
  toggleIgnored: (faceId: string) => void;
}

function Details({ photo, faces, label, toggleIgnored }: DetailsProps) {
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
              <span
                className="photo-details__name"
                dir="auto"
                data-known={face.person !== null && face.state !== 'UNKNOWN'}
              >
                {namedAs(face)}
                <small>
                  {face.state === 'INFERRED'
                    ? strings.tabs.inferred
                    : face.state === 'LABELED'
                      ? strings.tabs.labeled
                      : strings.actions.label}
                  {face.age &&
                    ` · ${face.age.years === null ? strings.people.cannotBe : strings.people.aged(face.age.years, face.age.exact)}`}
                </small>
              </span>
            </button>
            <IgnoreButton face={face} toggle={() => toggleIgnored(face.id)} />
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

function namedAs({ state, person }: Face): string {
  if (state === 'IGNORED') return strings.ignoring.title;
  return (state !== 'UNKNOWN' && person?.displayName) || strings.tabs.unknown;
}

function IgnoreButton({ face, toggle }: { face: Face; toggle: () => void }) {
  const isIgnored = face.state === 'IGNORED';
  const name = isIgnored ? strings.actions.stopIgnoring : strings.actions.ignoreOne(faceName(face));
  return (
    <button
      className="icon-button"
      aria-label={name}
      title={isIgnored ? name : strings.actions.ignore}
      onClick={toggle}
    >
      {isIgnored ? <Eye size={17} /> : <EyeOff size={17} />}
    </button>
  );
}
