import type { LearnedPeople, PeopleLearner } from '@kindred/clustering';
import {
  changeJob,
  type EventOf,
  type Failure,
  type Holding,
  type JobId,
  KindredError,
  type Lease,
  pagesOf,
  type PersonId,
  recordDecisions,
  type TrainingResult,
} from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import { differencesOfHeirs } from '../learning/differences-of-heirs';
import { KnowledgeBook } from '../learning/knowledge-book';
import { type LibraryInMemory, readIntoMemory } from '../learning/library-in-memory';
import { respecting } from '../learning/said-meanwhile';
import { rejectionsOfHeirs } from '../learning/rejections-of-heirs';
import { personIn, suggestionsOfAll } from '../learning/suggestions-of';
import { isIgnored, isLabeled, type StandingFace, standingFaceOf } from '../library/standing-face';
import type { Rules } from '../rules';
import { dissolveSmallGroups } from '../suggestions/dissolve-small-groups';
import { swapSuggestions } from '../suggestions/swap-suggestions';
import { TrainingRun } from './training-run';

export type TrainEvent = EventOf<'train.requested'>;

/** Matches and groups every face of the library. */
export class TrainLibrary {
  constructor(
    private readonly ports: Ports,
    private readonly rules: () => Promise<Rules>,
    private readonly learner: PeopleLearner,
    private readonly lease: Lease,
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
    let run: TrainingRun;
    let result: TrainingResult;
    try {
      [run, result] = await this.lease.hold(async (holding) => {
        const signal = AbortSignal.any([shutdown, holding.signal]);
        const begun = new TrainingRun(this.ports, job, signal);
        return [begun, await this.trainNow(id, begun, holding)] as const;
      }, shutdown);
    } catch (error) {
      if (!(error instanceof KindredError) || error.transient) throw error;
      if (error.code === 'CANCELLED') return;
      await this.giveUp(id, error);
      return;
    }
    await run.end(result);
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
    await this.ports.bus.publishAll(
      'train.requested',
      trainings.map(({ id }) => ({ id, data: { job: id } })),
    );
  }

  private async trainNow(id: JobId, run: TrainingRun, holding: Holding): Promise<TrainingResult> {
    const rules = await this.rules();
    await run.enter('read');
    const faces = await this.readFaces(run);
    const different = await this.ports.questions.different();
    const library = await readIntoMemory(this.ports, rules.pack, faces, different, () => run.step());
    const learned = await this.learn(library, rules, run);
    await run.enter('save');
    const known = new Set(different.map(pairKey));
    const meanwhile = (await this.ports.questions.different()).filter((pair) => !known.has(pairKey(pair)));
    const change = respecting(suggestionsOfAll(library, learned), library, meanwhile);
    const { changed, people } = await swapSuggestions(this.ports, change, holding, (groups) =>
      this.keepWhatWasSaid(library, learned, groups, different),
    );
    const dissolved = await dissolveSmallGroups(this.ports, rules, holding);
    await this.ask(library, learned, people);
    await new KnowledgeBook(this.ports.objects, rules.pack).write(learned.knowledge);
    this.ports.logger.info(
      { job: id, faces: faces.length, changed: changed + dissolved },
      'training.completed',
    );
    await this.ports.bus.publish('suggestions.changed', {
      id: `${id}:suggestions`,
      data: { version: id, faces: changed + dissolved },
    });
    return {
      matched: change.matched.length,
      groups: change.groups.length,
      changed: changed + dissolved,
      questions: await this.ports.questions.count(),
    };
  }

  private async readFaces(run: TrainingRun): Promise<readonly StandingFace[]> {
    const faces: StandingFace[] = [];
    for await (const page of pagesOf((request) => this.ports.faces.scroll(request))) {
      faces.push(...page.filter((face) => !isIgnored(face)).map(standingFaceOf));
      await run.step();
    }
    run.expect(faces.filter((face) => !isLabeled(face)).length, faces.length);
    return faces;
  }

  /** Compares, groups and matches in a thread; each face counts as done when it was compared with the others. */
  private learn({ input }: LibraryInMemory, rules: Rules, run: TrainingRun): Promise<LearnedPeople> {
    return run.watched((signal) =>
      this.learner.learn({
        faces: input,
        rules,
        signal,
        onLearning: (stage, faces) => run.report(stage, faces),
      }),
    );
  }

  /** What humans said of unknown people holds for whom they become; it is lost when that is shown first. */
  private async keepWhatWasSaid(
    library: LibraryInMemory,
    learned: LearnedPeople,
    groups: readonly PersonId[],
    different: readonly (readonly [PersonId, PersonId])[],
  ): Promise<void> {
    await this.ports.questions.carryOver(differencesOfHeirs(library, learned, groups, different));
    await recordDecisions(this.ports, rejectionsOfHeirs(library, learned, groups, this.ports.clock.now()));
  }

  /** Asks about people who are probably one. */
  private async ask(
    library: LibraryInMemory,
    learned: LearnedPeople,
    groups: readonly PersonId[],
  ): Promise<void> {
    await this.ports.questions.ask(
      learned.questions.map(({ one, other, evidence }) => ({
        one: personIn(library, groups, one),
        other: personIn(library, groups, other),
        evidence,
      })),
    );
  }

  private announce(job: JobId): Promise<void> {
    return this.ports.bus.publish('train.completed', { id: `${job}:completed`, data: { job } });
  }
}

const pairKey = ([one, other]: readonly [PersonId, PersonId]) => `${one} ${other}`;
