import { changeJob, type EventOf, type FaceId, type Failure, type JobId, KindredError, type Suggestion } from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import { groupStrangers } from '../grouping/group-strangers';
import type { UnknownGroup } from '../grouping/unknown-group';
import type { TrainingLease } from '../lease/training-lease';
import { pagesOf } from '../library/pages';
import { photoByPhoto } from '../library/photos-of-faces';
import { isLabeled, type StandingFace, standingFaceOf } from '../library/standing-face';
import { Gallery } from '../matching/gallery';
import { matchPhotos } from '../matching/match-photos';
import type { Rules } from '../rules';
import { dissolveSmallGroups } from '../suggestions/dissolve-small-groups';
import type { SuggestionChange } from '../suggestions/suggestion-change';
import { swapSuggestions } from '../suggestions/swap-suggestions';
import { TrainingRun } from './training-run';

export type TrainEvent = EventOf<'train.requested'>;

/** Matches and groups every face of the library. */
export class TrainLibrary {
  constructor(
    private readonly ports: Ports,
    private readonly rules: Rules,
    private readonly lease: TrainingLease,
  ) {}

  /**
   * Does the training that the event asks for, unless it is over. Nothing is shown before everything is known, and
   * the job ends after it is shown: a crash at any line is made good by the redelivery, which starts again.
   * @param shutdown stops the training; the event is then to be redelivered.
   * @throws for a reason that may pass; one that will not ends as the job's failure.
   */
  async train({ data: { job: id } }: TrainEvent, shutdown: AbortSignal): Promise<void> {
    const job = await this.ports.jobs.get(id);
    if (job === null) return;
    if (job.state === 'completed') return this.announce(id);
    if (job.state !== 'running') return;
    const run = new TrainingRun(this.ports, job, shutdown);
    try {
      await this.lease.hold(() => this.trainNow(id, run));
    } catch (error) {
      if (!(error instanceof KindredError) || error.transient) throw error;
      if (error.code === 'CANCELLED') return;
      await this.giveUp(id, error);
      return;
    }
    await run.progress.end('completed');
    await this.announce(id);
  }

  /** Ends a training that no try can finish. */
  async giveUp(job: JobId, { code, message, hint }: Failure): Promise<void> {
    this.ports.logger.error({ job, code }, 'training.failed');
    await changeJob(this.ports, job, { state: 'failed', failure: { code, message, hint } });
  }

  /** Announces again the trainings that run by their job and may never have been announced. */
  async resume(): Promise<void> {
    const running = await this.ports.jobs.list({ state: 'running' });
    const trainings = running.filter(({ kind }) => kind === 'train');
    await this.ports.bus.publishAll('train.requested', trainings.map(({ id }) => ({ id, data: { job: id } })));
  }

  private async trainNow(id: JobId, run: TrainingRun): Promise<void> {
    await run.step();
    const faces = await this.readFaces(run);
    const change = await this.suggest(faces, run);
    await run.step();
    const changed = await swapSuggestions(this.ports, this.rules, change);
    const dissolved = await dissolveSmallGroups(this.ports, this.rules, 'all');
    this.ports.logger.info({ job: id, faces: faces.length, changed: changed + dissolved }, 'training.completed');
    await this.ports.bus.publish('suggestions.changed', {
      id: `${id}:suggestions`,
      data: { version: id, faces: changed + dissolved },
    });
  }

  private async readFaces(run: TrainingRun): Promise<readonly StandingFace[]> {
    const faces: StandingFace[] = [];
    for await (const page of pagesOf((request) => this.ports.faces.scroll(request))) {
      faces.push(...page.map(standingFaceOf));
      await run.step();
    }
    run.progress.setTotal(faces.filter((face) => !isLabeled(face)).length);
    return faces;
  }

  private async suggest(faces: readonly StandingFace[], run: TrainingRun): Promise<SuggestionChange> {
    const gallery = await Gallery.load(this.ports);
    const matched: Suggestion[] = [];
    const strangers: StandingFace[] = [];
    const alone: FaceId[] = [];
    for (const part of photoByPhoto(faces)) {
      const found = await matchPhotos(this.ports, this.rules, gallery, part);
      matched.push(...found.suggestions);
      strangers.push(...found.strangers);
      alone.push(...found.unseen.map(({ id }) => id));
      await run.step(found.suggestions.length + found.unseen.length);
    }
    const groups = await this.group(strangers, gallery, run);
    const grouped = new Set(groups.flatMap((group) => group.faces.map(({ face }) => face)));
    alone.push(...strangers.flatMap(({ id }) => (grouped.has(id) ? [] : [id])));
    return { matched, groups, alone };
  }

  private group(strangers: readonly StandingFace[], gallery: Gallery, run: TrainingRun): Promise<readonly UnknownGroup[]> {
    // In id order, whatever photos the faces are in, so that the same faces are grouped in the same way.
    const ordered = [...strangers].sort((one, other) => (one.id < other.id ? -1 : 1));
    return run.watched((signal) =>
      groupStrangers(this.ports, this.rules, ordered, {
        taken: gallery.people,
        onProgress: (faces) => run.step(faces),
        signal,
      }),
    );
  }

  private announce(job: JobId): Promise<void> {
    return this.ports.bus.publish('train.completed', { id: `${job}:completed`, data: { job } });
  }
}
