import { decodeEvent, wireSubjectOf } from '@kindred/contracts';
import {
  type Consumer,
  type ConsumeOptions,
  type ConsumerLag,
  type DeadLetter,
  type EventHandler,
  type EventOf,
  type Failure,
  PoisonMessageError,
  type Subject,
  toFailure,
} from '@kindred/domain';
import { setTimeout as sleep } from 'node:timers/promises';
import { nextTurn } from './next-turn';

/** One stored event, as the text of its envelope. */
export interface StoredMessage {
  readonly subject: Subject;
  readonly text: string;
}

/** How a group pauses between tries, and where what it gives up goes. */
export interface GroupRules {
  readonly backoff: readonly number[];
  readonly bury: (letter: Omit<DeadLetter, 'sequence' | 'at'>) => void;
}

/** A message on its way through one group. */
interface Parcel {
  readonly message: StoredMessage;
  attempts: number;
  settled: boolean;
}

interface Member {
  readonly options: ConsumeOptions<Subject>;
  readonly handler: EventHandler<Subject>;
  readonly held: Map<Parcel, Promise<void>>;
  stopping: boolean;
}

const DEFAULT_MAX_DELIVER = 5;
/** Bytes of a message that its dead letter keeps. */
export const LONGEST_BODY = 64 * 1024;
const DEFAULT_GRACE = 10_000;

/** The members of one group, and the messages that they share; it outlives its members. */
export class ConsumerGroup {
  private readonly queue: Parcel[] = [];
  private readonly members: Member[] = [];
  /** Delivered and neither acknowledged nor given up, those that pause before another try included. */
  private readonly delivered = new Set<Parcel>();
  private pumping = false;

  constructor(
    private readonly name: string,
    private readonly subjects: readonly Subject[],
    private readonly rules: GroupRules,
  ) {}

  get lag(): ConsumerLag {
    const waiting = this.queue.filter(({ attempts }) => attempts === 0).length;
    return { waiting, inFlight: this.delivered.size };
  }

  /** Whether somebody is there to do what is left to do. */
  get isBusy(): boolean {
    return this.members.length > 0 && (this.queue.length > 0 || this.delivered.size > 0);
  }

  offer(message: StoredMessage): void {
    if (!this.subjects.includes(message.subject)) return;
    this.queue.push({ message, attempts: 0, settled: false });
    this.pump();
  }

  join(options: ConsumeOptions<Subject>, handler: EventHandler<Subject>): Consumer {
    const member: Member = { options, handler, held: new Map(), stopping: false };
    this.members.push(member);
    this.pump();
    return { stop: (graceMs = DEFAULT_GRACE) => this.leave(member, graceMs) };
  }

  private async leave(member: Member, graceMs: number): Promise<void> {
    if (member.stopping) return;
    member.stopping = true;
    this.members.splice(this.members.indexOf(member), 1);
    const grace = new AbortController();
    await Promise.race([
      Promise.all(member.held.values()),
      sleep(graceMs, undefined, { signal: grace.signal }).catch(() => undefined),
    ]);
    grace.abort();
    for (const parcel of member.held.keys()) this.handBack(parcel);
    member.held.clear();
  }

  private pump(): void {
    if (this.pumping) return;
    this.pumping = true;
    void nextTurn().then(() => {
      this.pumping = false;
      for (let member = this.freeMember(); member !== undefined && this.queue.length > 0; member = this.freeMember()) {
        this.deliver(this.queue.shift()!, member);
      }
    });
  }

  /** The member that holds the fewest, so that they share. */
  private freeMember(): Member | undefined {
    return this.members
      .filter(({ held, options }) => held.size < options.maxInFlight)
      .sort((a, b) => a.held.size - b.held.size)[0];
  }

  private deliver(parcel: Parcel, member: Member): void {
    parcel.attempts += 1;
    this.delivered.add(parcel);
    const work = this.handle(parcel, member).finally(() => {
      member.held.delete(parcel);
      this.pump();
    });
    member.held.set(parcel, work);
  }

  private async handle(parcel: Parcel, member: Member): Promise<void> {
    const { options, handler } = member;
    const attempt = parcel.attempts;
    let event: EventOf<Subject>;
    try {
      event = decodeEvent(parcel.message.text);
    } catch (error) {
      return this.bury(parcel, toFailure(error, 'MESSAGE_INVALID'));
    }
    try {
      await handler({ event, attempt });
      // One that was handed back meanwhile belongs to somebody else now.
      if (member.held.has(parcel)) this.settle(parcel);
    } catch (error) {
      if (!member.held.has(parcel)) return;
      const isPoison = error instanceof PoisonMessageError;
      if (!isPoison && attempt < (options.maxDeliver ?? DEFAULT_MAX_DELIVER)) return this.tryAgain(parcel);
      const failure = isPoison ? error.failure : toFailure(error);
      await this.giveUp(parcel, event, failure, options);
    }
  }

  private async giveUp(
    parcel: Parcel,
    event: EventOf<Subject>,
    failure: Failure,
    { onDead }: ConsumeOptions<Subject>,
  ): Promise<void> {
    try {
      await onDead?.(event, failure);
    } catch {
      return this.tryAgain(parcel);
    }
    this.bury(parcel, failure);
  }

  private bury(parcel: Parcel, failure: Failure): void {
    const { subject, text } = parcel.message;
    const body = Buffer.from(text).subarray(0, LONGEST_BODY).toString();
    this.rules.bury({ group: this.name, subject: wireSubjectOf(subject), failure, attempts: parcel.attempts, body });
    this.settle(parcel);
  }

  private tryAgain(parcel: Parcel): void {
    const { backoff } = this.rules;
    const pause = backoff[Math.min(parcel.attempts - 1, backoff.length - 1)] ?? 0;
    if (pause === 0) return this.handBack(parcel);
    void sleep(pause).then(() => this.handBack(parcel));
  }

  /** Another try; it stays in flight, as it was delivered once. */
  private handBack(parcel: Parcel): void {
    if (parcel.settled) return;
    this.queue.push(parcel);
    this.pump();
  }

  private settle(parcel: Parcel): void {
    parcel.settled = true;
    this.delivered.delete(parcel);
  }
}
