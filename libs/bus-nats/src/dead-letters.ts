import { randomUUID } from 'node:crypto';
import type { DeadLetter, Failure } from '@kindred/domain';
import { KindredError } from '@kindred/domain';
import { STREAMS, SUBJECT_PREFIX } from '@kindred/contracts';
import {
  type JetStreamClient,
  JetStreamApiError,
  type JetStreamManager,
  type JsMsg,
} from '@nats-io/jetstream';

const STREAM = STREAMS.dead.name;
const LONGEST_BODY = 64 * 1024;

/** The letter at `seq`, or with `next_by_subj` the first one from there on, which the client's types do not know. */
interface LetterQuery {
  readonly seq: number;
  readonly next_by_subj?: string;
}

/** Messages that were given up, kept with their reason until somebody retries or drops them. */
export class DeadLetterBox {
  constructor(
    private readonly stream: JetStreamClient,
    private readonly manager: JetStreamManager,
  ) {}

  /** Keeps a message; the same delivery is kept once. */
  async keep(message: JsMsg, group: string, failure: Failure): Promise<void> {
    const letter: Omit<DeadLetter, 'sequence'> = {
      group,
      subject: message.subject,
      failure,
      attempts: message.info.deliveryCount,
      at: new Date().toISOString(),
      body: new TextDecoder().decode(message.data.subarray(0, LONGEST_BODY)),
    };
    const msgID = `${message.info.stream}:${message.seq}:${group}`;
    await this.stream.publish(`${SUBJECT_PREFIX}dead.${group}`, JSON.stringify(letter), { msgID });
  }

  async list(after: number, limit: number): Promise<DeadLetter[]> {
    const letters: DeadLetter[] = [];
    for (let next = after + 1; letters.length < limit; next = letters.at(-1)!.sequence + 1) {
      const letter = await this.find({ seq: next, next_by_subj: `${SUBJECT_PREFIX}dead.>` });
      if (letter === null) break;
      letters.push(letter);
    }
    return letters;
  }

  /** Publishes the message again under a new id, since its own may still count as a duplicate. */
  async retry(sequence: number): Promise<boolean> {
    const letter = await this.find({ seq: sequence });
    if (letter === null) return false;
    if (Buffer.byteLength(letter.body) >= LONGEST_BODY) {
      throw new KindredError('MESSAGE_INVALID', 'The message is too large to have been kept whole.', {
        hint: 'Drop it.',
      });
    }
    await this.stream.publish(letter.subject, letter.body, { msgID: `retry:${randomUUID()}` });
    return this.drop(sequence);
  }

  async drop(sequence: number): Promise<boolean> {
    try {
      return await this.manager.streams.deleteMessage(STREAM, sequence, false);
    } catch (error) {
      if (error instanceof JetStreamApiError) return false;
      throw error;
    }
  }

  private async find(query: LetterQuery): Promise<DeadLetter | null> {
    try {
      const stored = await this.manager.streams.getMessage(STREAM, query);
      if (stored === null) return null;
      return { ...(JSON.parse(stored.string()) as Omit<DeadLetter, 'sequence'>), sequence: stored.seq };
    } catch (error) {
      if (error instanceof JetStreamApiError) return null;
      throw error;
    }
  }
}
