import { decodeEvent, encodeEvent, streamOf, wireSubjectOf } from '@kindred/contracts';
import {
  type Clock,
  type Consumer,
  type ConsumeOptions,
  type ConsumerLag,
  type DeadLetter,
  type EventBus,
  type EventHandler,
  type EventOf,
  KindredError,
  type NewEvent,
  type Subject,
  systemClock,
} from '@kindred/domain';
import { ConsumerGroup, LONGEST_BODY, type StoredMessage } from './consumer-group';
import { nextTurn } from './next-turn';

export interface InMemoryEventBusOptions {
  /** The service that publishes, for the events' `source`. Default `test`. */
  readonly source?: string;
  /** Milliseconds between tries, instead of what consumers ask for. Default: none, since tests should not wait. */
  readonly backoff?: readonly number[];
  readonly clock?: Clock;
}

/**
 * `EventBus` in the memory of one process, for tests: the promises of the port without a server and without waiting.
 * Messages travel as text through the same envelope, so that a payload that does not fit its schema fails here too.
 */
export class InMemoryEventBus implements EventBus {
  private readonly log: StoredMessage[] = [];
  private readonly ids = new Set<string>();
  private readonly groups = new Map<string, ConsumerGroup>();
  private readonly observers = new Set<{ sees(text: string, subject: Subject): void }>();
  private readonly consumers = new Set<Consumer>();
  private letters: DeadLetter[] = [];
  private lastLetter = 0;
  private retries = 0;
  private online = true;
  private readonly source: string;
  private readonly backoff: readonly number[];
  private readonly clock: Clock;

  constructor({ source = 'test', backoff = [0], clock = systemClock }: InMemoryEventBusOptions = {}) {
    this.source = source;
    this.backoff = backoff;
    this.clock = clock;
  }

  async publish<S extends Subject>(subject: S, { id, data }: NewEvent<S>): Promise<void> {
    this.requireOnline();
    const event = { id, subject, source: this.source, time: this.clock.now(), data } as EventOf<S>;
    this.store(subject, id, encodeEvent(event));
  }

  async publishAll<S extends Subject>(subject: S, events: readonly NewEvent<S>[]): Promise<void> {
    for (const event of events) await this.publish(subject, event);
  }

  async consume<S extends Subject>(options: ConsumeOptions<S>, handler: EventHandler<S>): Promise<Consumer> {
    this.requireOnline();
    let group = this.groups.get(options.group);
    if (group === undefined) {
      group = new ConsumerGroup(options.group, options.subjects, {
        backoff: this.backoff,
        bury: (letter) => this.bury(letter),
      });
      this.groups.set(options.group, group);
      for (const message of this.log) group.offer(message);
    }
    return this.track(group.join(options as unknown as ConsumeOptions<Subject>, handler as unknown as EventHandler<Subject>));
  }

  async observe<S extends Subject>(subjects: readonly S[], handler: (event: EventOf<S>) => void): Promise<Consumer> {
    this.requireOnline();
    const observer = {
      sees(text: string, subject: Subject) {
        if (!(subjects as readonly Subject[]).includes(subject)) return;
        try {
          handler(decodeEvent(text) as EventOf<S>);
        } catch {
          // The port promises that an observer's errors are ignored.
        }
      },
    };
    this.observers.add(observer);
    return this.track({ stop: () => Promise.resolve(void this.observers.delete(observer)) });
  }

  async lag(group: string): Promise<ConsumerLag> {
    this.requireOnline();
    return this.groups.get(group)?.lag ?? { waiting: 0, inFlight: 0 };
  }

  async deadLetters({ after = 0, limit = 100 } = {}): Promise<readonly DeadLetter[]> {
    this.requireOnline();
    return this.letters.filter(({ sequence }) => sequence > after).slice(0, limit);
  }

  async retryDeadLetter(sequence: number): Promise<boolean> {
    this.requireOnline();
    const letter = this.letters.find((one) => one.sequence === sequence);
    if (letter === undefined) return false;
    if (Buffer.byteLength(letter.body) >= LONGEST_BODY) {
      throw new KindredError('MESSAGE_INVALID', 'The message is too large to have been kept whole.', { hint: 'Drop it.' });
    }
    const subject = letter.subject.slice(wireSubjectOf('' as Subject).length) as Subject;
    this.store(subject, `retry:${++this.retries}`, letter.body);
    return this.dropDeadLetter(sequence);
  }

  async dropDeadLetter(sequence: number): Promise<boolean> {
    this.requireOnline();
    const before = this.letters.length;
    this.letters = this.letters.filter((letter) => letter.sequence !== sequence);
    return this.letters.length < before;
  }

  async ping(): Promise<void> {
    this.requireOnline();
  }

  async close(): Promise<void> {
    await Promise.all([...this.consumers].map((consumer) => consumer.stop()));
    this.online = false;
  }

  /**
   * Resolves when no group that has a member has anything waiting or in flight, events that handlers publish
   * meanwhile included.
   */
  async drain(): Promise<void> {
    do await nextTurn();
    while ([...this.groups.values()].some((group) => group.isBusy));
  }

  /** Every event of these subjects that was stored, oldest first: duplicates are left out as the port leaves them out. */
  published<S extends Subject>(...subjects: S[]): readonly EventOf<S>[] {
    return this.log
      .filter(({ subject }) => (subjects as readonly Subject[]).includes(subject))
      .map(({ text }) => decodeEvent(text) as EventOf<S>);
  }

  /** As if the deduplication window had passed: an id that was published may be published again. */
  forgetIds(): void {
    this.ids.clear();
  }

  /** As if the server could not be reached, or could again: calls fail with `BUS_UNAVAILABLE` meanwhile. */
  setOnline(online: boolean): void {
    this.online = online;
  }

  private store(subject: Subject, id: string, text: string): void {
    for (const observer of [...this.observers]) observer.sees(text, subject);
    const key = `${streamOf(subject).name} ${id}`;
    if (this.ids.has(key)) return;
    this.ids.add(key);
    const message = { subject, text };
    this.log.push(message);
    for (const group of this.groups.values()) group.offer(message);
  }

  private bury(letter: Omit<DeadLetter, 'sequence' | 'at'>): void {
    this.letters.push({ ...letter, sequence: ++this.lastLetter, at: this.clock.now() });
  }

  private requireOnline(): void {
    if (this.online) return;
    throw new KindredError('BUS_UNAVAILABLE', 'The event bus does not answer.', {
      transient: true,
      hint: 'Check that the NATS server runs.',
    });
  }

  private track(consumer: Consumer): Consumer {
    const tracked: Consumer = {
      stop: async (graceMs) => {
        this.consumers.delete(tracked);
        await consumer.stop(graceMs);
      },
    };
    this.consumers.add(tracked);
    return tracked;
  }
}
