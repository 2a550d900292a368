import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { api } from '@kindred/contracts';
import {
  type Decision,
  type Failure,
  type Job,
  type JobId,
  JobProgress,
  KindredError,
  type PersonId,
  type SaidOfMany,
  startJob,
  toFailure,
} from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import type { People } from '../people/people.use-case';
import {
  confirm,
  ignore,
  labelAs,
  type Phrase,
  phrased,
  type Refusal,
  rejectAs,
  remove,
  type Saying,
  unlabel,
} from './bulk-statements';
import { selectFaces } from './face-selection';
import { persistently } from './persistently';
import { stillUnspoken } from './said-meanwhile';
import { withoutGonePeople } from './gone-people';
import { sayingsBefore } from './sayings-again';
import { sayingsOfIgnored } from './sayings-of-ignored';
import { showSayings } from './show-sayings';

/** Who says so; there is one user so far. */
const ACTOR = 'user';
/** Faces that are shown at once, and told of in one event. */
const BATCH = 500;
/** For how long a request waits for the job, in milliseconds. */
const PATIENCE = 1000;

/** What became of an action on many faces. */
export interface BulkOutcome {
  /** Null when there was nothing to say. */
  readonly job: Job | null;
  readonly faceCount: number;
  readonly refusals: readonly Refusal[];
  readonly person: PersonId | null;
}

interface Wanted {
  /** The last sequence of the label log before anything was read of the faces. */
  readonly since: number;
  readonly statement: SaidOfMany;
  readonly sayings: readonly Saying[];
  readonly refusals: readonly Refusal[];
  readonly person?: PersonId | null;
  readonly takesBack?: string | null;
}

/** What is written down of what was wanted; no job when that is nothing. */
interface Begun extends Pick<BulkOutcome, 'job' | 'refusals'> {
  readonly sayings: readonly Saying[];
}

/**
 * What humans say of all faces that match a filter. Each time it is one action of the journal: all of it is told by
 * the log in one step, so that a crash leaves all or nothing of it, then shown on the faces some at a time. Nobody else
 * waits for it but who changes people. Every action has the id of its job.
 */
export class BulkLabeling {
  private readonly working = new Set<Promise<void>>();
  private readonly stopping = new AbortController();
  /** By action what is not shown on all faces yet: the last sequence before it. */
  private readonly unshown = new Map<JobId, number>();

  constructor(
    private readonly ports: Ports,
    private readonly people: People,
  ) {}

  /** @throws KindredError `CONFLICT` as `selectFaces`; `NOT_FOUND`, `NAME_INVALID` or `ARGUMENT_INVALID`. */
  async label(
    selection: api.FaceSelection,
    whom: { readonly personId?: string | null; readonly name?: string | null },
  ): Promise<BulkOutcome> {
    // Whoever cannot be meant is found out before faces are read; a new person is made for faces that are there.
    const known = await this.people.find(whom, { create: false });
    const since = await this.readThrough();
    const faces = await selectFaces(this.ports, this.people, selection);
    const person = known ?? (await this.people.find(whom, { create: faces.length > 0 }));
    if (person === null) return NOTHING;
    return this.say({ since, statement: 'label', person, ...phrased(faces, labelAs(person)) });
  }

  /** @throws KindredError `CONFLICT` as `selectFaces`; `ARGUMENT_INVALID`, `NOT_FOUND`. */
  confirm(selection: api.FaceSelection): Promise<BulkOutcome> {
    return this.sayOf(selection, 'confirm', confirm);
  }

  /** @throws KindredError `CONFLICT` as `selectFaces`; `ARGUMENT_INVALID`, `NOT_FOUND`. */
  async reject(selection: api.FaceSelection, personId: string | null): Promise<BulkOutcome> {
    const person = personId === null ? null : (await this.people.require(personId)).id;
    return this.sayOf(selection, 'reject', rejectAs(person), person);
  }

  /** @throws KindredError `CONFLICT` as `selectFaces`; `ARGUMENT_INVALID`, `NOT_FOUND`. */
  unlabel(selection: api.FaceSelection): Promise<BulkOutcome> {
    return this.sayOf(selection, 'unlabel', unlabel);
  }

  /** @throws KindredError `CONFLICT` as `selectFaces`; `ARGUMENT_INVALID`, `NOT_FOUND`. */
  ignore(selection: api.FaceSelection): Promise<BulkOutcome> {
    return this.sayOf(selection, 'ignore', ignore);
  }

  /** @throws KindredError `CONFLICT` as `selectFaces`; `ARGUMENT_INVALID`, `NOT_FOUND`. */
  async stopIgnoring(selection: api.FaceSelection): Promise<BulkOutcome> {
    const since = await this.readThrough();
    const faces = await selectFaces(this.ports, this.people, selection);
    return this.say({ since, statement: 'unignore', ...(await sayingsOfIgnored(this.ports, faces)) });
  }

  /** @throws KindredError `CONFLICT` as `selectFaces`; `ARGUMENT_INVALID`, `NOT_FOUND`. */
  delete(selection: api.FaceSelection): Promise<BulkOutcome> {
    return this.sayOf(selection, 'delete', remove);
  }

  /** @throws KindredError `NOT_FOUND`, or `CONFLICT` when it was taken back already or cannot be. */
  async again(actionId: string): Promise<BulkOutcome> {
    // It may still be on its way into the log, or just be taken back.
    await this.people.unchangedForLong(() => this.refuseUnlessHolds(actionId));
    const since = await this.ports.labels.lastSequence();
    return this.say({
      since,
      statement: 'again',
      takesBack: actionId,
      ...(await sayingsBefore(this.ports, actionId)),
    });
  }

  /** Leaves to the next start what is not shown yet; resolves when nothing is under way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.working);
  }

  private async sayOf(
    selection: api.FaceSelection,
    statement: SaidOfMany,
    phrase: Phrase,
    person: PersonId | null = null,
  ): Promise<BulkOutcome> {
    const since = await this.readThrough();
    const faces = await selectFaces(this.ports, this.people, selection);
    return this.say({ since, statement, person, ...phrased(faces, phrase) });
  }

  private async say(asked: Wanted): Promise<BulkOutcome> {
    let work = Promise.resolve();
    const { job, sayings, refusals } = await new Promise<Begun>((tell, fail) => {
      work = this.carryOut(asked, tell)
        .catch(fail)
        .finally(() => this.working.delete(work));
      this.working.add(work);
    });
    const person = asked.statement === 'label' ? (asked.person ?? null) : null;
    if (job === null) return { ...NOTHING, refusals, person };
    await Promise.race([work, sleep(PATIENCE, undefined, { ref: false })]);
    return {
      job: (await this.ports.jobs.get(job.id)) ?? job,
      faceCount: sayings.length,
      refusals,
      person,
    };
  }

  /** Fails only before it tells what has begun; after that the job says how it ended. */
  private async carryOut(asked: Wanted, tell: (begun: Begun) => void): Promise<void> {
    const { job, sayings } = await this.people.unchangedForLong(() => this.begin(asked, tell));
    if (job === null) return;
    this.unshown.set(job.id, asked.since);
    const progress = new JobProgress(this.ports, job);
    const unshown = await this.showAll(progress, sayings);
    if (this.stopping.signal.aborted) return;
    if (unshown === null) this.unshown.delete(job.id);
    try {
      await persistently(() => progress.end('completed', unshown), this.stopping.signal);
    } catch (error) {
      this.ports.logger.error({ err: error, job: job.id }, 'faces.said.not-settled');
    }
  }

  /**
   * Writes down what can still be said and tells of its job; answers no job when nothing was written. Its place in the
   * log is taken first: what others said before counts, and what they say from then on comes after it and holds.
   */
  private async begin(asked: Wanted, tell: (begun: Begun) => void): Promise<Begun> {
    if (asked.takesBack) await this.refuseUnlessHolds(asked.takesBack);
    const place = randomUUID() as JobId;
    try {
      await this.reserve(place, asked.sayings);
      const wanted = await withoutGonePeople(this.ports, await stillUnspoken(this.ports.labels, asked));
      const { sayings, refusals } = wanted;
      if (sayings.length > 0) return await this.writeDown(place, wanted, tell);
      await this.ports.labels.discard(place);
      tell({ job: null, sayings, refusals });
      return { job: null, sayings, refusals };
    } catch (error) {
      await this.ports.labels.discard(place).catch(() => undefined);
      throw error;
    }
  }

  /** @throws KindredError `CONFLICT` while another process says something of many faces, which cannot be read yet. */
  private async reserve(place: string, sayings: readonly Saying[]): Promise<void> {
    await this.ports.labels.reserve(
      place,
      sayings.reduce((sum, { statements }) => sum + statements.length, 0),
    );
    if ((await this.ports.labels.reserved())[0] === place) return;
    throw new KindredError('CONFLICT', 'Something else is being said of many faces.', { hint: 'Try again.' });
  }

  /** @throws KindredError as `again`. */
  private async refuseUnlessHolds(actionId: string): Promise<void> {
    const action = await this.ports.actions.get(actionId);
    if (action === null || action.deed.kind !== 'said')
      throw new KindredError('NOT_FOUND', 'Nothing was said of many faces under this id.');
    if (action.state !== 'done')
      throw new KindredError('CONFLICT', 'This is not finished.', { hint: 'Wait for its job.' });
    if (action.takenBackBy !== null) throw new KindredError('CONFLICT', 'This was taken back already.');
  }

  /** Answers why not all is shown, and when it will be; null when all is. */
  private async showAll(progress: JobProgress, sayings: readonly Saying[]): Promise<Failure | null> {
    const { signal } = this.stopping;
    try {
      for (let start = 0; start < sayings.length && !signal.aborted; start += BATCH) {
        const batch = sayings.slice(start, start + BATCH);
        await persistently(() => showSayings(this.ports, batch, `${progress.job.id}:${start}`), signal);
        progress.add({ done: batch.length });
      }
      return null;
    } catch (error) {
      this.ports.logger.error({ err: error, job: progress.job.id }, 'faces.said.not-shown');
      return { ...NOT_SHOWN, code: toFailure(error).code };
    }
  }

  private async writeDown(id: JobId, wanted: Wanted, tell: (begun: Begun) => void): Promise<Begun> {
    const { statement, sayings, refusals, person = null, takesBack = null } = wanted;
    const decisions = decisionsOf(id, sayings, this.ports.clock.now());
    const subject = sayings.length === 1 ? 'One face' : `${sayings.length} faces`;
    const job = await startJob(this.ports, { id, kind: 'label', subject, total: sayings.length });
    tell({ job, sayings, refusals });
    try {
      const deed = { kind: 'said', statement, person } as const;
      const { at } = decisions[0]!;
      await this.ports.actions.begin({ id, actor: ACTOR, at, deed, takesBack, decisions: decisions.length });
      await this.append(id, decisions);
      await this.settle(id);
      return { job, sayings, refusals };
    } catch (error) {
      this.ports.logger.error({ err: error, job: id }, 'faces.said.failed');
      await this.ports.labels.discard(id).catch(() => undefined);
      await new JobProgress(this.ports, job).end('failed', toFailure(error)).catch(() => undefined);
      return { job: null, sayings, refusals };
    }
  }

  private async append(id: JobId, decisions: readonly Decision[]): Promise<void> {
    try {
      await this.ports.labels.append(decisions, id);
    } catch (error) {
      // An answer may be lost of what is in the log, and holds.
      if ((await this.ports.labels.ofAction(id, 0, 1)).length > 0) return;
      await this.ports.actions.settle(id, 'refused');
      throw error;
    }
  }

  /** What is in the log holds, whether or not the journal can be told now; the next start tells it otherwise. */
  private async settle(id: JobId): Promise<void> {
    try {
      await persistently(() => this.ports.actions.settle(id, 'done'), this.stopping.signal);
    } catch (error) {
      this.ports.logger.error({ err: error, job: id }, 'faces.said.not-settled');
    }
  }

  /** Up to where the log shows on the faces: what is being shown may be missing on some. */
  private async readThrough(): Promise<number> {
    return Math.min(await this.ports.labels.lastSequence(), ...this.unshown.values());
  }
}

function decisionsOf(action: JobId, sayings: readonly Saying[], at: string): readonly Decision[] {
  return sayings.flatMap(({ face, photo, statements }) =>
    statements.map((said): Decision => ({
      ...said,
      id: randomUUID(),
      face,
      photo,
      actor: ACTOR,
      at,
      action,
    })),
  );
}

const NOTHING: BulkOutcome = { job: null, faceCount: 0, refusals: [], person: null };
const NOT_SHOWN = {
  message: 'All of it holds, but not every face shows it yet.',
  hint: 'The others show it when Kindred starts again.',
};
