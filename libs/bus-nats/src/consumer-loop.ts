import {
  type Consumer,
  type ConsumeOptions,
  type EventHandler,
  type EventOf,
  type Failure,
  PoisonMessageError,
  type Subject,
  toFailure,
} from '@kindred/domain';
import { decodeEvent } from '@kindred/contracts';
import type { Consumer as NatsConsumer, ConsumerMessages, JsMsg } from '@nats-io/jetstream';
import type { DeadLetterBox } from './dead-letters';

const DEFAULT_ACK_WAIT = 30_000;
const DEFAULT_MAX_DELIVER = 5;
const DEFAULT_BACKOFF = [1_000, 5_000, 15_000] as const;
const DEFAULT_GRACE = 10_000;

export const ackWaitOf = (options: Pick<ConsumeOptions<Subject>, 'ackWait'>): number =>
  options.ackWait ?? DEFAULT_ACK_WAIT;

/**
 * Pulls messages of one durable consumer and hands each to the handler. Tries are counted by the server's delivery
 * count, so a process that dies while handling a message still uses up a try, and a message that kills every
 * process it meets ends as a dead letter.
 */
export class ConsumerLoop<S extends Subject> implements Consumer {
  private readonly running = new Set<Promise<void>>();
  private messages: ConsumerMessages | null = null;
  private stopping = false;

  constructor(
    private readonly consumer: NatsConsumer,
    private readonly options: ConsumeOptions<S>,
    private readonly handler: EventHandler<S>,
    private readonly dead: DeadLetterBox,
  ) {}

  async start(): Promise<void> {
    const { maxInFlight } = this.options;
    this.messages = await this.consumer.consume({
      max_messages: maxInFlight,
      callback: (message) => {
        const work = this.take(message).finally(() => this.running.delete(work));
        this.running.add(work);
      },
    });
  }

  async stop(graceMs = DEFAULT_GRACE): Promise<void> {
    if (this.stopping) return;
    this.stopping = true;
    this.messages?.stop();
    let timer: NodeJS.Timeout | undefined;
    const grace = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, graceMs);
    });
    await Promise.race([Promise.all(this.running), grace]);
    clearTimeout(timer);
  }

  private async take(message: JsMsg): Promise<void> {
    if (this.stopping) return message.nak();
    const extending = setInterval(() => message.working(), ackWaitOf(this.options) / 2);
    try {
      await this.handle(message);
    } catch {
      // Nobody can be told now; the server redelivers what was not acknowledged.
      message.nak(this.pauseBefore(message.info.deliveryCount + 1));
    } finally {
      clearInterval(extending);
    }
  }

  private async handle(message: JsMsg): Promise<void> {
    const { maxDeliver = DEFAULT_MAX_DELIVER } = this.options;
    const attempt = message.info.deliveryCount;
    let event: EventOf<S>;
    try {
      event = decodeEvent(message.string()) as EventOf<S>;
    } catch (error) {
      return this.bury(message, null, toFailure(error, 'MESSAGE_INVALID'));
    }
    if (attempt > maxDeliver) return this.bury(message, event, GAVE_UP);
    try {
      await this.handler({ event, attempt });
    } catch (error) {
      if (error instanceof PoisonMessageError) return this.bury(message, event, error.failure);
      if (attempt >= maxDeliver) return this.bury(message, event, toFailure(error));
      return message.nak(this.pauseBefore(attempt + 1));
    }
    await message.ackAck();
  }

  private async bury(message: JsMsg, event: EventOf<S> | null, failure: Failure): Promise<void> {
    if (event !== null) await this.options.onDead?.(event, failure);
    await this.dead.keep(message, this.options.group, failure);
    message.term(failure.code);
  }

  private pauseBefore(attempt: number): number {
    const { backoff = DEFAULT_BACKOFF } = this.options;
    return backoff[Math.min(attempt - 2, backoff.length - 1)] ?? 0;
  }
}

const GAVE_UP: Failure = {
  code: 'DETECTION_GAVE_UP',
  message: 'Every try ended without an answer; the process may have been stopped by this message.',
  hint: 'Look at the logs, then try again.',
};
