import {
  type Consumer,
  type ConsumeOptions,
  type ConsumerLag,
  type DeadLetter,
  type EventBus,
  type EventHandler,
  type EventOf,
  type Lease,
  type NewEvent,
  type Subject,
} from '@kindred/domain';
import { decodeEvent, encodeEvent, streamOf, wireSubjectOf } from '@kindred/contracts';
import {
  type Consumer as NatsConsumer,
  jetstream,
  JetStreamApiError,
  type JetStreamClient,
  jetstreamManager,
  type JetStreamManager,
} from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/nats-core';
import { connect } from '@nats-io/transport-node';
import { ensureConsumer } from './configuration/consumers';
import type { SettledDrift } from './configuration/drift';
import { ensureStreams, type StreamsConfiguring } from './configuration/streams';
import { whenSettled } from './configuration/when-settled';
import { ackWaitOf, ConsumerLoop } from './consumer-loop';
import { DeadLetterBox } from './dead-letters';
import { openLeaseBucket } from './lease/lease-bucket';
import { NatsLease } from './lease/nats-lease';
import { translated, unavailable } from './unavailable';

export interface NatsEventBusOptions {
  readonly servers: string | readonly string[];
  readonly token?: string;
  /** The service that publishes, for the events' `source`. */
  readonly source: string;
  /** The version of Kindred: what an older one configured is brought up to it, what a newer one did stays. */
  readonly version: string;
  /** How many servers keep each stream. Those that exist stay as they are when absent; new ones are kept by one. */
  readonly streamReplicas?: number;
  /** Told of each field that the server had otherwise, and whether it was changed. */
  readonly onDrift?: (drift: SettledDrift) => void;
}

const PUBLISH_TIMEOUT = 5_000;
const PUBLISH_RETRIES = 5;
const PIPELINE = 256;
const LEASE_TTL = 15_000;

/** `EventBus` on NATS JetStream. Reconnects for ever; consumers go on where they stopped. */
export class NatsEventBus implements EventBus {
  private readonly consumers = new Set<Consumer>();
  private readonly dead: DeadLetterBox;

  private constructor(
    private readonly connection: NatsConnection,
    private readonly stream: JetStreamClient,
    private readonly manager: JetStreamManager,
    private readonly source: string,
    private readonly configuring: StreamsConfiguring,
  ) {
    this.dead = new DeadLetterBox(stream, manager);
  }

  /**
   * @throws KindredError `BUS_UNAVAILABLE` when no server answers; `BUS_CONFIGURATION_CONFLICT` when what the server has
   * is not what Kindred can rely on.
   */
  static async connect({
    servers,
    token,
    source,
    version,
    streamReplicas: replicas,
    onDrift,
  }: NatsEventBusOptions): Promise<NatsEventBus> {
    let connection: NatsConnection | null = null;
    try {
      connection = await connect({
        servers: typeof servers === 'string' ? servers : [...servers],
        token,
        name: `kindred ${source}`,
        maxReconnectAttempts: -1,
        reconnectTimeWait: 250,
      });
      const manager = await jetstreamManager(connection);
      const configuring = { version, replicas, onDrift };
      await ensureStreams(manager, configuring);
      return new NatsEventBus(connection, jetstream(connection), manager, source, configuring);
    } catch (error) {
      await connection?.close();
      throw unavailable(error);
    }
  }

  async publish<S extends Subject>(subject: S, { id, data }: NewEvent<S>): Promise<void> {
    const event = { id, subject, source: this.source, time: new Date().toISOString(), data } as EventOf<S>;
    await translated(() =>
      this.stream.publish(wireSubjectOf(subject), encodeEvent(event), {
        msgID: id,
        timeout: PUBLISH_TIMEOUT,
        retries: PUBLISH_RETRIES,
      }),
    );
  }

  async publishAll<S extends Subject>(subject: S, events: readonly NewEvent<S>[]): Promise<void> {
    for (let start = 0; start < events.length; start += PIPELINE) {
      await Promise.all(events.slice(start, start + PIPELINE).map((event) => this.publish(subject, event)));
    }
  }

  async consume<S extends Subject>(options: ConsumeOptions<S>, handler: EventHandler<S>): Promise<Consumer> {
    const loops = [...byStream(options.subjects)].map(([name, subjects]) => {
      const open = () => this.openConsumer(name, subjects, options);
      return new ConsumerLoop({ open, options, handler, dead: this.dead });
    });
    const stop = async (graceMs?: number) =>
      void (await Promise.all(loops.map((loop) => loop.stop(graceMs))));
    try {
      await Promise.all(loops.map((loop) => loop.start()));
    } catch (error) {
      await stop();
      throw unavailable(error);
    }
    return this.track({ stop });
  }

  async observe<S extends Subject>(
    subjects: readonly S[],
    handler: (event: EventOf<S>) => void,
  ): Promise<Consumer> {
    const subscriptions = subjects.map((subject) =>
      this.connection.subscribe(wireSubjectOf(subject), {
        callback: (error, message) => {
          if (error !== null) return;
          try {
            handler(decodeEvent(message.string()) as EventOf<S>);
          } catch {
            // A live view misses one event; the next look at the store shows the truth.
          }
        },
      }),
    );
    await this.connection.flush();
    return this.track({
      stop: () => {
        for (const subscription of subscriptions) subscription.unsubscribe();
        return Promise.resolve();
      },
    });
  }

  async lag(group: string): Promise<ConsumerLag> {
    const lag = { waiting: 0, inFlight: 0 };
    for await (const name of this.manager.streams.names()) {
      if (!name.startsWith('KINDRED_')) continue;
      try {
        const info = await this.manager.consumers.info(name, group);
        lag.waiting += info.num_pending;
        lag.inFlight += info.num_ack_pending;
      } catch (error) {
        if (!(error instanceof JetStreamApiError)) throw unavailable(error);
      }
    }
    return lag;
  }

  /**
   * A lease that everybody connected to these servers agrees upon by its name: letters, digits, `-`, `_`, `.`.
   * @param ttl milliseconds after which it passes on when its holder is silent; the same for all leases. Default 15 000.
   */
  async lease(name: string, ttl = LEASE_TTL): Promise<Lease> {
    return translated(async () => {
      const bucket = await whenSettled(() =>
        openLeaseBucket(this.stream, this.manager, ttl, this.configuring),
      );
      return new NatsLease(bucket, { name, ttl, holder: this.source });
    });
  }

  deadLetters({ after = 0, limit = 100 } = {}): Promise<readonly DeadLetter[]> {
    return translated(() => this.dead.list(after, limit));
  }

  retryDeadLetter(sequence: number): Promise<boolean> {
    return translated(() => this.dead.retry(sequence));
  }

  dropDeadLetter(sequence: number): Promise<boolean> {
    return translated(() => this.dead.drop(sequence));
  }

  async ping(): Promise<void> {
    await translated(() => this.manager.getAccountInfo());
  }

  async close(): Promise<void> {
    await Promise.all([...this.consumers].map((consumer) => consumer.stop()));
    if (!this.connection.isClosed()) await this.connection.drain();
  }

  private async openConsumer<S extends Subject>(
    stream: string,
    subjects: readonly S[],
    options: ConsumeOptions<S>,
  ): Promise<NatsConsumer> {
    const { group } = options;
    const consumer = { stream, group, subjects: subjects.map(wireSubjectOf), ackWait: ackWaitOf(options) };
    await whenSettled(() => ensureConsumer(this.manager, consumer, this.configuring));
    return this.stream.consumers.get(stream, group);
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

function byStream<S extends Subject>(subjects: readonly S[]): Map<string, S[]> {
  const grouped = new Map<string, S[]>();
  for (const subject of subjects) {
    const { name } = streamOf(subject);
    grouped.set(name, [...(grouped.get(name) ?? []), subject]);
  }
  return grouped;
}
