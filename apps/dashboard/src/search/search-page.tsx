import { ImageUp, LoaderCircle, X } from 'lucide-react';
import { useEffect, useReducer, useRef, useState, type DragEvent } from 'react';
import { Link } from 'wouter';
import { Avatar } from '../design/avatar';
import { EmptyState } from '../design/empty-state';
import { FadingImage } from '../design/fading-image';
import { Problem } from '../design/problem';
import { faceName } from '../faces/face-name';
import { boxStyle } from '../photo/face-boxes';
import { usePhotoTrail } from '../photo/photo-trail';
import { useDashboard } from '../shell/dashboard';
import { useTitle } from '../shell/use-title';
import { strings } from '../strings/en';
import { formatProbability } from '../strings/format';
import { FaceSearch, type Search, type Similar } from './face-search';
import { httpPictures } from './http-pictures';
import { similarPeople, type SimilarPerson } from './similar-people';
import './search.css';

/** Who is in this picture? Finds people of the library by a face of a picture that is not added to it. */
export function SearchPage() {
  useTitle(strings.search.title);
  const search = useFaceSearch();
  const { dragging, zone } = useDropZone((file) => void search.take(file));
  const state = search.search;
  return (
    <div className="search" {...zone}>
      <div className="page-title">
        <h1>{strings.search.title}</h1>
        {state.kind !== 'empty' && (
          <button className="button button--quiet" onClick={() => search.clear()}>
            <X size={17} aria-hidden />
            {strings.search.another}
          </button>
        )}
      </div>
      {state.kind === 'empty' ? (
        <DropZone dragging={dragging} take={(file) => void search.take(file)} />
      ) : (
        <div className="search__work" data-dragging={dragging}>
          <SearchedPicture state={state} choose={(index) => void search.choose(index)} />
          <div className="search__answer">
            <Answer
              state={state}
              again={() => void search.again()}
              retry={(index) => void search.choose(index)}
            />
          </div>
        </div>
      )}
    </div>
  );
}

interface AnswerProps {
  state: Search;
  /** Looks at the picture once more. */
  again: () => void;
  retry: (index: number) => void;
}

function Answer({ state, again, retry }: AnswerProps) {
  if (state.kind === 'failed') return <Problem error={state.error} retry={again} />;
  if (state.kind !== 'seen') return null;
  const { similar, chosen, picture } = state;
  if (picture.faces.length === 0) {
    return <EmptyState art="lost" title={strings.search.noFace} text={strings.search.noFaceText} />;
  }
  if (!similar || chosen === null) return <EmptyState title={strings.search.choose} />;
  return <SimilarFaces similar={similar} retry={() => retry(chosen)} />;
}

function SimilarFaces({ similar, retry }: { similar: Similar; retry: () => void }) {
  if (similar.kind === 'failed') return <Problem error={similar.error} retry={retry} />;
  if (similar.kind === 'asking') {
    return (
      <p className="search__status" role="status">
        <LoaderCircle className="search__wheel" size={20} aria-hidden />
        {strings.search.asking}
      </p>
    );
  }
  const people = similarPeople(similar.faces);
  if (people.length === 0) {
    return <EmptyState art="lost" title={strings.search.nobody} text={strings.search.nobodyText} />;
  }
  return people.map((group) => <PersonResult key={group.person?.id ?? 'nobody'} group={group} />);
}

function PersonResult({ group: { person, confidence, faces } }: { group: SimilarPerson }) {
  const trail = usePhotoTrail();
  const name = person?.displayName ?? strings.unknownPerson;
  const photos = [...new Set(faces.map(({ face }) => face.photo.id))];
  return (
    <section className="search-person" aria-label={name}>
      <header>
        {person && <Avatar url={faces[0]!.face.cropUrl} size={40} />}
        <h2>{person ? <Link href={`/people/${person.id}`}>{name}</Link> : name}</h2>
        <span className="search-person__confidence" data-sure={confidence >= 0.9}>
          {formatProbability(confidence)}
        </span>
      </header>
      <ul>
        {faces.map(({ face, confidence: alike }) => (
          <li key={face.id}>
            <button
              aria-label={`${faceName(face)}. ${strings.search.alike(formatProbability(alike))}`}
              onClick={() => trail.open(face.photo.id, face.id, photos)}
            >
              <FadingImage src={face.cropUrl} />
              <span>{formatProbability(alike)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SearchedPicture({
  state,
  choose,
}: {
  state: Exclude<Search, { kind: 'empty' }>;
  choose: (index: number) => void;
}) {
  const [shows, setShows] = useState(true);
  const picture = state.kind === 'seen' ? state.picture : null;
  return (
    <div className="search-picture" aria-busy={state.kind === 'looking'}>
      <div
        className="search-picture__frame"
        style={
          picture && !shows
            ? { aspectRatio: `${picture.width} / ${picture.height}`, width: '100%' }
            : undefined
        }
      >
        {shows ? <img src={state.url} alt={strings.search.picture} onError={() => setShows(false)} /> : null}
        {picture?.faces.map(({ box }, index) => (
          <button
            key={index}
            className="face-box"
            aria-label={strings.search.face(index + 1)}
            aria-pressed={state.kind === 'seen' && state.chosen === index}
            style={boxStyle(box)}
            onClick={() => choose(index)}
          />
        ))}
        {state.kind === 'looking' && (
          <p className="search-picture__status" role="status">
            <LoaderCircle className="search__wheel" size={20} aria-hidden />
            {strings.search.looking}
          </p>
        )}
      </div>
    </div>
  );
}

function DropZone({ dragging, take }: { dragging: boolean; take: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <button className="drop-zone" data-dragging={dragging} onClick={() => input.current?.click()}>
      <span className="drop-zone__icon">
        <ImageUp size={30} aria-hidden />
      </span>
      <strong>{strings.search.drop}</strong>
      <span className="drop-zone__text">{strings.search.dropText}</span>
      <input
        ref={input}
        type="file"
        accept="image/*,.heic,.heif"
        hidden
        aria-label={strings.search.file}
        onClick={(event) => event.stopPropagation()}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) take(file);
        }}
      />
    </button>
  );
}

function useFaceSearch(): FaceSearch {
  const { api } = useDashboard();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [search] = useState(() => new FaceSearch(api, httpPictures, redraw));
  useEffect(() => () => search.clear(), [search]);
  return search;
}

/** A picture that is dropped anywhere on the page, or pasted. */
function useDropZone(take: (file: File) => void) {
  const [depth, setDepth] = useState(0);
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const file = event.clipboardData?.files[0];
      if (file) latest.current(file);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
  const hasFile = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const zone = {
    // Each element below tells that the picture came over it before the last one tells that it left.
    onDragEnter: (event: DragEvent) => hasFile(event) && setDepth((current) => current + 1),
    onDragLeave: (event: DragEvent) => hasFile(event) && setDepth((current) => Math.max(0, current - 1)),
    onDragOver: (event: DragEvent) => hasFile(event) && event.preventDefault(),
    onDrop: (event: DragEvent) => {
      const file = event.dataTransfer.files[0];
      setDepth(0);
      if (!file) return;
      event.preventDefault();
      take(file);
    },
  };
  return { dragging: depth > 0, zone };
}
