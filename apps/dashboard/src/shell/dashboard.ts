import { createContext, useContext, useSyncExternalStore } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { httpApi } from '../api/http-api';
import { type Api } from '../api/api';
import { LiveUpdates } from '../api/live-updates';
import { QueryCache } from '../api/query-cache';
import { FirstSteps } from '../first-steps/first-steps';
import { type FaceCriteria } from '../faces/face-criteria';
import { FaceLedger } from '../faces/face-ledger';
import { FaceLists } from '../faces/face-lists';
import {
  FaceCountDocument,
  FaceRangeDocument,
  FacesChangedDocument,
  FailuresPageDocument,
  JobByIdDocument,
  JobChangedDocument,
  JobsDocument,
  PersonAppearancesDocument,
  NameInitialsDocument,
  PersonByIdDocument,
  PersonDoubtsDocument,
  PersonTimesDocument,
  PhotoByIdDocument,
  StatsChangedDocument,
  StatsDocument,
  type JobCardFragment,
} from '../graphql/generated/graphql';
import { AwaitedJobs } from '../jobs/awaited-jobs';
import { StartedTrainings } from '../jobs/started-trainings';
import { BulkActions } from '../labeling/bulk-actions';
import { FaceActions } from '../labeling/face-actions';
import { RecentPeople } from '../labeling/recent-people';
import { PersonBook } from '../people/person-book';
import { QuestionDeck } from '../same-person/question-deck';
import { ToastBoard } from '../toasts/toast-board';
import { sendPhoto } from '../uploads/send-photo';
import { UploadQueue } from '../uploads/upload-queue';
import { UndoStack } from '../undo/undo-stack';

/** Changes come in bursts while photos are scanned: views are read again after this much quiet, or at the latest... */
const QUIET_MS = 300;
/** ...after this long. */
const PATIENCE_MS = 1500;

/** Jobs that somebody waits for are asked for this often when no event tells of them. */
const ASK_AGAIN_MS = 3000;

/** Everything the views share. Made once; nothing here knows React, apart from the hooks below. */
export class Dashboard {
  readonly api: Api;
  readonly live: LiveUpdates;
  readonly queries: QueryCache;
  readonly ledger = new FaceLedger();
  readonly faces: FaceLists;
  readonly people: PersonBook;
  readonly questions: QuestionDeck;
  readonly toasts: ToastBoard;
  readonly undo: UndoStack;
  readonly trainings: StartedTrainings;
  readonly recent = new RecentPeople(browserStorage());
  readonly actions: FaceActions;
  readonly firstSteps = new FirstSteps(browserStorage(), () => this.tell());
  readonly uploads = new UploadQueue(sendPhoto, () => this.tell());
  readonly awaited: AwaitedJobs;
  readonly bulk: BulkActions;
  private version = 0;
  private readonly listeners = new Set<() => void>();
  private telling = false;
  private quietTimer: ReturnType<typeof setTimeout> | null = null;
  private firstChange = 0;
  private signInNeeded = false;

  constructor() {
    this.api = httpApi(() => {
      this.signInNeeded = true;
      this.tell();
    });
    this.queries = new QueryCache(this.api);
    this.faces = new FaceLists(this.api, this.ledger, this.tell);
    this.people = new PersonBook(this.api, this.tell);
    this.questions = new QuestionDeck(this.api, this.tell);
    this.toasts = new ToastBoard(this.tell);
    this.undo = new UndoStack(this.toasts, this.tell);
    this.trainings = new StartedTrainings(this.toasts, navigate);
    this.actions = new FaceActions(
      this.api,
      this.ledger,
      this.people,
      this.toasts,
      this.undo,
      this.tell,
      () => this.lookAgainSoon(),
      (personId) => this.recent.add(personId),
    );
    this.awaited = new AwaitedJobs(
      async (id) => (await this.api.request(JobByIdDocument, { id })).job ?? null,
      () => new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS)),
      this.tell,
    );
    this.bulk = new BulkActions(
      this.api,
      this.ledger,
      this.people,
      this.toasts,
      this.undo,
      this.awaited,
      () => this.actions.answered(),
      this.tell,
      (within) => this.lookAgain(within),
      (personId) => this.recent.add(personId),
    );
    this.live = new LiveUpdates(`${location.origin.replace(/^http/, 'ws')}/graphql`);
    this.follow();
  }

  get needsSignIn(): boolean {
    return this.signInNeeded;
  }

  /** Reads again what is on the screen, in a moment: for changes that were made here or heard of. */
  lookAgainSoon(): void {
    const now = performance.now();
    if (this.quietTimer === null) this.firstChange = now;
    else clearTimeout(this.quietTimer);
    const wait = Math.max(0, Math.min(QUIET_MS, this.firstChange + PATIENCE_MS - now));
    this.quietTimer = setTimeout(() => {
      this.quietTimer = null;
      // What is being said now is on the screen already, and looking again would only make it wait.
      void this.actions.answered().then(() => this.lookAgain(null));
    }, wait);
  }

  /** Reads again what is on the screen, and faces of which everything may have left. */
  private async lookAgain(within: FaceCriteria | null): Promise<void> {
    if (this.questions.known) void this.questions.refresh();
    this.queries.invalidate(
      PersonByIdDocument,
      PersonTimesDocument,
      PersonDoubtsDocument,
      PersonAppearancesDocument,
      PhotoByIdDocument,
      FailuresPageDocument,
      StatsDocument,
      FaceCountDocument,
      FaceRangeDocument,
      NameInitialsDocument,
    );
    await this.people.refresh();
    await Promise.all([this.faces.refresh(), within && this.faces.refreshWithin(within)]);
  }

  /** A job as a mutation or event just told it; what was heard of it already may be newer. */
  noteJob(job: JobCardFragment): void {
    const known = this.queries.read(JobsDocument, {}).data?.jobs.find(({ id }) => id === job.id);
    const now = known && known.updatedAt > job.updatedAt ? known : job;
    this.keepJob(now);
    this.trainings.follow(now);
    this.awaited.follow(now);
  }

  private keepJob(job: JobCardFragment): void {
    this.queries.write(JobsDocument, {}, (data) => {
      const jobs = data?.jobs ?? [];
      const known = jobs.some(({ id }) => id === job.id);
      return { jobs: known ? jobs.map((other) => (other.id === job.id ? job : other)) : [job, ...jobs] };
    });
  }

  /** Tells the views that something changed: once for all changes of one moment. */
  readonly tell = (): void => {
    if (this.telling) return;
    this.telling = true;
    queueMicrotask(() => {
      this.telling = false;
      this.version += 1;
      for (const listener of this.listeners) listener();
    });
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly currentVersion = (): number => this.version;

  private follow(): void {
    this.live.subscribe(FacesChangedDocument, ({ facesChanged }) => {
      if (facesChanged.kind === 'DELETED') this.ledger.forget(facesChanged.faceIds);
      this.lookAgainSoon();
      this.tell();
    });
    this.live.subscribe(StatsChangedDocument, ({ statsChanged }) => {
      this.queries.write(StatsDocument, {}, () => ({ stats: statsChanged }));
    });
    this.live.subscribe(JobChangedDocument, ({ jobChanged }) => this.noteJob(jobChanged));
    this.live.onReconnected(() => {
      this.queries.invalidate();
      this.lookAgainSoon();
      if (this.questions.error !== null) void this.questions.refresh();
    });
  }
}

function browserStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

export const DashboardContext = createContext<Dashboard | null>(null);

export function useDashboard(): Dashboard {
  const dashboard = useContext(DashboardContext);
  if (!dashboard) throw new Error('There is no DashboardContext around this component.');
  return dashboard;
}

/** The dashboard's stores; the component is drawn again whenever one of them changes. */
export function useChangingDashboard(): Dashboard {
  const dashboard = useDashboard();
  useSyncExternalStore(dashboard.subscribe, dashboard.currentVersion);
  return dashboard;
}
