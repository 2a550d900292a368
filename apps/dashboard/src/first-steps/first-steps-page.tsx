import { Check } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useQuery } from '../api/use-query';
import { JobsDocument, type CountsFragment } from '../graphql/generated/graphql';
import { useChangingDashboard } from '../shell/dashboard';
import { useCommands } from '../shell/use-commands';
import { useTitle } from '../shell/use-title';
import { strings } from '../strings/en';
import { AddPhotos } from '../uploads/add-photos';
import { LABELS_WANTED, type LibraryFacts, type StepId, type StepState, stepStates } from './step-states';
import './first-steps.css';

const text = strings.start;

/** Leads somebody who is new from photos to names; knows what was done already. */
export function FirstStepsPage({ stats }: { stats: CountsFragment }) {
  useTitle(text.title);
  const { firstSteps } = useChangingDashboard();
  const { facts, training } = useFacts(stats);
  useEffect(() => firstSteps.see(facts));
  const states = stepStates(firstSteps.memory, facts);
  return (
    <div className="first-steps">
      <h1>{text.welcome}</h1>
      <p className="soft">{text.text}</p>
      <ol className="first-steps__list">
        <PhotosStep state={states.photos} stats={stats} />
        <Step id="label" state={states.label}>
          {states.label === 'done' ? (
            <p>{text.steps.label.done(stats.faces.labeled)}</p>
          ) : (
            <>
              <p>{text.steps.label.text(Math.max(1, LABELS_WANTED - stats.faces.labeled))}</p>
              {states.label === 'now' && stats.faces.total > 0 && (
                <Link className="button button--primary" href="/unknown">
                  {text.steps.label.action}
                </Link>
              )}
            </>
          )}
        </Step>
        <TrainStep id="train" state={states.train} training={training} />
        <Step id="review" state={states.review}>
          <p>{reviewText(states.review, stats.faces.inferred)}</p>
          {states.review === 'now' && (
            <Link className="button button--primary" href={stats.faces.inferred > 0 ? '/review' : '/unknown'}>
              {stats.faces.inferred > 0 ? text.steps.review.action : text.steps.label.action}
            </Link>
          )}
        </Step>
        <TrainStep id="again" state={states.again} training={training} />
      </ol>
      <div className="first-steps__end">
        {stats.faces.total > 0 && (
          <Link className="button button--quiet" href="/unknown">
            {text.toFaces}
          </Link>
        )}
        <button className="button button--plain" onClick={() => firstSteps.dismiss()}>
          {text.dismiss}
        </button>
      </div>
    </div>
  );
}

function reviewText(state: StepState, inferred: number): string {
  const words = text.steps.review;
  if (state === 'later') return words.later;
  return state === 'done' ? words.done : words.text(inferred);
}

function useFacts(stats: CountsFragment): { facts: LibraryFacts; training: boolean } {
  const jobs = useQuery(JobsDocument, {}).data?.jobs ?? [];
  const trainings = jobs.filter(({ kind }) => kind === 'TRAIN');
  const ended = trainings.flatMap(({ state, finishedAt }) =>
    state === 'COMPLETED' && finishedAt ? [finishedAt] : [],
  );
  return {
    facts: { photos: stats.photos, faces: stats.faces, trainings: ended },
    training: trainings.some(({ state }) => state === 'RUNNING'),
  };
}

function PhotosStep({ state, stats: { photos, faces } }: { state: StepState; stats: CountsFragment }) {
  const words = text.steps.photos;
  const scanned = photos.total - photos.pending;
  return (
    <Step id="photos" state={state}>
      {photos.total === 0 && <p>{words.todo}</p>}
      {photos.pending > 0 && (
        <>
          <p>{words.running(scanned, photos.total)}</p>
          <div
            className="progress"
            role="progressbar"
            aria-label={words.title}
            aria-valuenow={Math.floor((scanned / photos.total) * 100)}
          >
            <div style={{ width: `${(scanned / photos.total) * 100}%` }} />
          </div>
        </>
      )}
      {state === 'done' && <p>{words.done(photos.total, faces.total)}</p>}
      {photos.total > 0 && photos.pending === 0 && faces.total === 0 && <p>{words.none}</p>}
      {state === 'now' && photos.pending === 0 && <AddPhotos />}
    </Step>
  );
}

function TrainStep({ id, state, training }: { id: 'train' | 'again'; state: StepState; training: boolean }) {
  const { train } = useCommands();
  const words = text.steps[id];
  const runs = state === 'now' && training;
  return (
    <Step id={id} state={state}>
      <p role="status">{runs ? text.steps.train.running : state === 'done' ? words.done : words.text}</p>
      {state === 'now' && !training && (
        <button className="button button--primary" onClick={() => void train()}>
          {words.action}
        </button>
      )}
    </Step>
  );
}

function Step({ id, state, children }: { id: StepId; state: StepState; children: ReactNode }) {
  return (
    <li className="step" data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
      <span className="step__mark" aria-hidden>
        {state === 'done' && <Check size={16} strokeWidth={3} />}
      </span>
      <div className="step__body">
        <h2>
          {text.steps[id].title}
          {state === 'done' && <span className="visually-hidden">: {text.done}</span>}
        </h2>
        {children}
      </div>
    </li>
  );
}
