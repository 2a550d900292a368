import { Check, EyeOff, Image, SkipForward, Undo2, UserRoundSearch, X } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { useQuery } from '../api/use-query';
import { CommandCenter, type OwnUndo } from '../commands/command-center';
import { Problem } from '../design/problem';
import { StatsDocument } from '../graphql/generated/graphql';
import { LabelPopup } from '../labeling/label-popup';
import { usePhotoTrail } from '../photo/photo-trail';
import { useChangingDashboard } from '../shell/dashboard';
import { useTitle } from '../shell/use-title';
import { strings } from '../strings/en';
import { formatCount, formatProbability } from '../strings/format';
import { ReviewAhead } from './review-ahead';
import { ReviewDone } from './review-done';
import { ReviewFace } from './review-face';
import { type ReviewSession, type Verdict } from './review-session';
import { ReviewedPerson } from './reviewed-person';
import { useReview } from './use-review';
import { useReviewKeys } from './use-review-keys';
import './review.css';

const text = strings.review;
const AHEAD = 5;

/** One suggestion at a time, on the whole screen: is this who it seems to be? */
export function ReviewPage() {
  useTitle(text.title);
  useChangingDashboard();
  const [search] = useSearchParams();
  const personId = search.get('person');
  const session = useReview(personId);
  const trail = usePhotoTrail();
  const [, navigate] = useLocation();
  const [naming, setNaming] = useState(false);
  const other = useRef<HTMLButtonElement>(null);
  const face = session.top;

  const leave = useCallback(
    () => navigate(personId === null ? '/inferred' : `/people/${personId}`),
    [navigate, personId],
  );
  const decide = (verdict: Verdict) => session.decide(verdict);
  const openPhoto = () => face && trail.open(face.photo.id, face.id, [face.photo.id]);
  const listening = !naming && !trail.isOpen;
  useReviewKeys(listening, {
    yes: () => decide({ kind: 'yes' }),
    no: () => decide({ kind: 'no' }),
    skip: () => decide({ kind: 'skip' }),
    other: () => face && setNaming(true),
    ignore: () => decide({ kind: 'ignore' }),
    undo: () => void session.undo(),
    photo: openPhoto,
    leave,
  });
  const { canUndo } = session;
  // What is done in an open photo is no answer of the review.
  const ownUndo = useMemo(
    (): OwnUndo | null => (listening ? { isPossible: canUndo, undo: () => void session.undo() } : null),
    [listening, canUndo, session],
  );

  return (
    <CommandCenter ownUndo={ownUndo}>
      <div className="review">
        <ReviewBar session={session} leave={leave} />
        <main id="main" className="review__main" tabIndex={-1}>
          {!face && session.error && <Problem error={session.error} retry={() => void session.read()} />}
          {!face && !session.error && session.finished && <ReviewDone session={session} leave={leave} />}
          {!face && !session.error && !session.finished && (
            <div className="review__place skeleton" aria-busy />
          )}
          {face?.person && (
            <section className="review__question" aria-label={text.question(face.person.displayName)}>
              <div className="review__pair">
                <ReviewFace key={face.id} face={face} decide={decide} />
                <ReviewedPerson key={face.person.id} id={face.person.id} name={face.person.displayName} />
              </div>
              <div className="review__text">
                <h1>{text.question(face.person.displayName)}</h1>
                <p className="soft">{text.certainty(formatProbability(face.confidence ?? 0))}</p>
              </div>
              <div className="review__answers">
                <button
                  className="review__answer review__answer--no"
                  aria-keyshortcuts="N"
                  onClick={() => decide({ kind: 'no' })}
                >
                  <X size={22} aria-hidden />
                  <span>{text.no}</span>
                  <kbd>N</kbd>
                </button>
                <button
                  className="review__answer"
                  aria-keyshortcuts="S"
                  onClick={() => decide({ kind: 'skip' })}
                >
                  <SkipForward size={20} aria-hidden />
                  <span>{text.skip}</span>
                  <kbd>S</kbd>
                </button>
                <button
                  ref={other}
                  className="review__answer"
                  aria-keyshortcuts="E"
                  onClick={() => setNaming(true)}
                >
                  <UserRoundSearch size={20} aria-hidden />
                  <span>{text.other}</span>
                  <kbd>E</kbd>
                </button>
                <button
                  className="review__answer review__answer--yes"
                  aria-keyshortcuts="Y"
                  onClick={() => decide({ kind: 'yes' })}
                >
                  <Check size={22} aria-hidden />
                  <span>{text.yes}</span>
                  <kbd>Y</kbd>
                </button>
              </div>
              <div className="review__aside">
                <button
                  className="button button--plain"
                  disabled={!session.canUndo}
                  onClick={() => void session.undo()}
                >
                  <Undo2 size={17} aria-hidden />
                  {strings.actions.undo}
                  <kbd>U</kbd>
                </button>
                <button
                  className="button button--plain"
                  aria-keyshortcuts="I"
                  onClick={() => decide({ kind: 'ignore' })}
                >
                  <EyeOff size={17} aria-hidden />
                  {text.ignore}
                  <kbd>I</kbd>
                </button>
                <button className="button button--plain" onClick={openPhoto}>
                  <Image size={17} aria-hidden />
                  {text.photo}
                  <kbd>P</kbd>
                </button>
              </div>
            </section>
          )}
        </main>
        <ReviewAhead faces={session.upcoming(AHEAD)} />
        {naming && face && (
          <LabelPopup
            request={{ faceIds: [face.id], anchor: other.current?.getBoundingClientRect() ?? null }}
            close={() => setNaming(false)}
            choose={(target) => decide({ kind: 'other', target })}
          />
        )}
      </div>
    </CommandCenter>
  );
}

/** How fast it goes, and how much of the library is settled. */
function ReviewBar({ session, leave }: { session: ReviewSession; leave: () => void }) {
  const faces = useQuery(StatsDocument, {}).data?.stats.faces;
  const { pace } = session;
  const settled = faces && faces.total > 0 ? faces.labeled / faces.total : null;
  useEffect(() => {
    document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
  }, []);
  return (
    <header className="review__bar">
      <button className="icon-button" aria-label={text.leave} title={text.leave} onClick={leave}>
        <X size={22} />
      </button>
      <div className="review__progress">
        <p>
          {faces !== undefined && <b>{text.left(faces.inferred)}</b>}
          {pace !== null && <span className="soft">{text.pace(formatCount(Math.round(pace)))}</span>}
        </p>
        {settled !== null && (
          <>
            <div
              className="review__meter"
              role="progressbar"
              aria-label={text.settledLabel}
              aria-valuenow={Math.round(settled * 100)}
              aria-valuemin={0}
              aria-valuemax={100}
            >
              <span style={{ width: `${settled * 100}%` }} />
            </div>
            <p className="soft">{text.settled(formatProbability(settled))}</p>
          </>
        )}
      </div>
      <p className="review__order soft wide-only">{text.order}</p>
    </header>
  );
}
