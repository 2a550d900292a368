import type { Failure } from '../errors/kindred-error';
import type { EventOf, EventPayloads, Subject } from '../events/events';

/** How a consumer group takes its messages. */
export interface ConsumeOptions<S extends Subject> {
  /** Durable name; all members of a group share its messages, each message goes to one of them. */
  readonly group: string;
  readonly subjects: readonly S[];
  /** How many messages this member holds at once; it pulls no more than that. */
  readonly maxInFlight: number;
  /** Milliseconds after which an unacknowledged message is redelivered; extended while its handler runs. Default 30 000. */
  readonly ackWait?: number;
  /** How often a message is tried before it goes to the dead letters. Default 5. */
  readonly maxDeliver?: number;
  /** Milliseconds before the 2nd, 3rd, … try; the last value repeats. Default 1 000, 5 000, 15 000. */
  readonly backoff?: readonly number[];
  /**
   * Told before a message goes to the dead letters, so that the state it stood for can say why. When this throws,
   * the message is redelivered instead.
   */
  readonly onDead?: (event: EventOf<S>, failure: Failure) => Promise<void>;
}

/** One delivery of an event. */
export interface Delivery<S extends Subject> {
  readonly event: EventOf<S>;
  /** 1 for the first delivery. */
  readonly attempt: number;
}

/** Returns when the message may be acknowledged; throws to have it redelivered later. */
export type EventHandler<S extends Subject> = (delivery: Delivery<S>) => Promise<void>;

/** Thrown by a handler when redelivery cannot help: the message goes to the dead letters at once. */
export class PoisonMessageError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
    this.name = 'PoisonMessageError';
  }
}

export interface Consumer {
  /** Stops pulling, waits for the handlers that run (at most `graceMs`, then hands their messages back). */
  stop(graceMs?: number): Promise<void>;
}

export interface ConsumerLag {
  /** Messages not yet delivered to anybody in the group. */
  readonly waiting: number;
  /** Messages delivered and not yet acknowledged. */
  readonly inFlight: number;
}

/** A message that was given up, with the reason. */
export interface DeadLetter {
  readonly sequence: number;
  readonly group: string;
  readonly subject: string;
  readonly failure: Failure;
  readonly attempts: number;
  readonly at: string;
  /** The original message's text, at most 64 KiB of it. */
  readonly body: string;
}

export interface NewEvent<S extends Subject> {
  readonly id: string;
  readonly data: EventPayloads[S];
}

/**
 * Durable, at-least-once events. Handlers must be idempotent: a message is delivered again after a crash, a lost
 * acknowledgement or a thrown error. An event is stored when `publish` resolves and not before.
 */
export interface EventBus {
  /** @throws KindredError `BUS_UNAVAILABLE` when it could not be stored. */
  publish<S extends Subject>(subject: S, event: NewEvent<S>): Promise<void>;
  /** Many events at once, pipelined; resolves when all are stored. */
  publishAll<S extends Subject>(subject: S, events: readonly NewEvent<S>[]): Promise<void>;
  /** Joins a consumer group. A message that fails `maxDeliver` times, or cannot be read, becomes a dead letter. */
  consume<S extends Subject>(options: ConsumeOptions<S>, handler: EventHandler<S>): Promise<Consumer>;
  /** Sees every event published from now on, without acknowledgement: for live views. Handler errors are ignored. */
  observe<S extends Subject>(subjects: readonly S[], handler: (event: EventOf<S>) => void): Promise<Consumer>;
  /** Zero and zero for a group that does not exist. */
  lag(group: string): Promise<ConsumerLag>;
  /** Oldest first. */
  deadLetters(options?: { readonly after?: number; readonly limit?: number }): Promise<readonly DeadLetter[]>;
  /** Publishes the original message again and drops the letter; false when there is no such letter. */
  retryDeadLetter(sequence: number): Promise<boolean>;
  dropDeadLetter(sequence: number): Promise<boolean>;
  /** Throws KindredError `BUS_UNAVAILABLE` when the server does not answer. */
  ping(): Promise<void>;
  /** Stops every consumer, flushes and disconnects. */
  close(): Promise<void>;
}
