import { Check, ChevronLeft, Clock3, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { useQuery } from '../api/use-query';
import { EmptyState } from '../design/empty-state';
import { Problem } from '../design/problem';
import { type SamePersonAnswer, StatsDocument } from '../graphql/generated/graphql';
import { MergeDialog } from '../people/merge-dialog';
import { usePersonCommands } from '../people/use-person-commands';
import { usePhotoTrail } from '../photo/photo-trail';
import { useChangingDashboard } from '../shell/dashboard';
import { useTitle } from '../shell/use-title';
import { strings } from '../strings/en';
import { AskedPerson, AskedPersonPlace } from './asked-person';
import { type Question } from './question-deck';
import { useAnswers } from './use-answers';
import './same-person.css';

const text = strings.samePerson;
const ANSWER_KEYS: Record<string, SamePersonAnswer> = { y: 'SAME', n: 'DIFFERENT', l: 'LATER' };

/** One question after the other: are these two the same person? */
export function SamePersonPage() {
  useTitle(text.title);
  const { questions } = useChangingDashboard();
  useEffect(() => void questions.refresh(), [questions]);
  const left = useQuery(StatsDocument, {}).data?.stats.questions;
  const question = questions.top;
  return (
    <div className="same-person">
      <div className="page-title">
        <div className="same-person__title">
          <Link className="icon-button" href="/people" aria-label={text.back}>
            <ChevronLeft size={22} />
          </Link>
          <h1>{text.title}</h1>
        </div>
        {question !== null && left !== undefined && left > 0 && <p className="soft">{text.left(left)}</p>}
      </div>
      {question !== null && <Asked key={question.id} question={question} />}
      {question === null && questions.error && (
        <Problem error={questions.error} retry={() => void questions.refresh()} />
      )}
      {question === null && !questions.error && !questions.known && (
        <div className="pair" aria-busy>
          <AskedPersonPlace />
          <AskedPersonPlace />
        </div>
      )}
      {question === null && !questions.error && questions.known && (
        <EmptyState art="done" title={text.empty.title} text={text.empty.text}>
          <Link className="button button--quiet" href="/people">
            {strings.empty.personGone.action}
          </Link>
        </EmptyState>
      )}
      <Ahead question={questions.next} />
    </div>
  );
}

/** The question on top. Two names cannot both stay, so which one does is asked first. */
function Asked({ question }: { question: Question }) {
  const { questions } = useChangingDashboard();
  const answer = useAnswers();
  const { merge } = usePersonCommands();
  const trail = usePhotoTrail();
  const [choosing, setChoosing] = useState(false);
  const { one, other } = question;
  const bothNamed = one.kind === 'NAMED' && other.kind === 'NAMED';
  const give = (given: SamePersonAnswer) => {
    if (given === 'SAME' && bothNamed) setChoosing(true);
    else void answer(question, given);
  };
  useAnswerKeys(!choosing && !trail.isOpen, give);
  const photos = [one, other].flatMap((person) => person.faces.nodes.map(({ photo }) => photo.id));
  const open = (photoId: string, faceId: string) => trail.open(photoId, faceId, [...new Set(photos)]);
  return (
    <section className="question" aria-label={text.question(one.displayName, other.displayName)}>
      <div className="pair">
        <AskedPerson person={one} openPhoto={open} />
        <AskedPerson person={other} openPhoto={open} />
      </div>
      <div className="question__answers">
        <button className="button button--quiet" aria-keyshortcuts="L" onClick={() => give('LATER')}>
          <Clock3 size={17} aria-hidden />
          {text.later}
          <kbd>L</kbd>
        </button>
        <button className="button button--quiet" aria-keyshortcuts="N" onClick={() => give('DIFFERENT')}>
          <X size={18} aria-hidden />
          {text.different}
          <kbd>N</kbd>
        </button>
        <button className="button button--primary" aria-keyshortcuts="Y" onClick={() => give('SAME')}>
          <Check size={18} aria-hidden />
          {text.same}
          <kbd>Y</kbd>
        </button>
      </div>
      {choosing && (
        <MergeDialog
          people={[one, other]}
          close={() => setChoosing(false)}
          merge={(into) =>
            void merge(into, [into === one.id ? other.id : one.id]).then(() => questions.refresh())
          }
        />
      )}
    </section>
  );
}

function useAnswerKeys(listening: boolean, give: (answer: SamePersonAnswer) => void): void {
  const latest = useRef(give);
  useEffect(() => {
    latest.current = give;
  });
  useEffect(() => {
    if (!listening) return;
    const onKey = (event: KeyboardEvent) => {
      // A key that is held down must not answer what nobody has seen yet.
      if (event.repeat || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const answer = ANSWER_KEYS[event.key.toLowerCase()];
      if (answer === undefined) return;
      event.preventDefault();
      latest.current(answer);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [listening]);
}

/** Loads the pictures of the question that comes next, so that it slides in whole. */
function Ahead({ question }: { question: Question | null }) {
  if (question === null) return null;
  const urls = [question.one, question.other].flatMap(({ cover, faces }) => [
    ...(cover ? [cover.cropUrl] : []),
    ...faces.nodes.map(({ cropUrl }) => cropUrl),
  ]);
  return (
    <div hidden>
      {[...new Set(urls)].map((url) => (
        <img key={url} src={url} alt="" />
      ))}
    </div>
  );
}
