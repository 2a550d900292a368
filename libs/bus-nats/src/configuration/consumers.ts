import {
  AckPolicy,
  type ConsumerConfig,
  DeliverPolicy,
  JetStreamApiCodes,
  JetStreamApiError,
  type JetStreamManager,
} from '@nats-io/jetstream';
import { nanos } from '@nats-io/nats-core';
import type { Wanted } from './drift';
import { type Configuring, settle } from './settle';
import { writtenBy } from './written-by';

/** A durable consumer as Kindred wants it: one for each group in each stream that the group listens to. */
export interface DurableConsumer {
  readonly stream: string;
  readonly group: string;
  /** On the wire. */
  readonly subjects: readonly string[];
  /** Milliseconds. */
  readonly ackWait: number;
}

/**
 * Creates the consumer when it is missing and brings it up to what is wanted otherwise; where it stands in the stream
 * stays as it is.
 * @throws KindredError `BUS_CONFIGURATION_CONFLICT` when it is not what Kindred can rely on.
 */
export async function ensureConsumer(
  manager: JetStreamManager,
  consumer: DurableConsumer,
  configuring: Configuring,
): Promise<void> {
  const { stream, group } = consumer;
  const wanted = wantedOf(consumer);
  const found = await configOf(manager, consumer);
  if (found === null) {
    const metadata = writtenBy(configuring.version, undefined);
    // Creating one that another process has just created alike changes nothing.
    await manager.consumers.add(stream, {
      durable_name: group,
      ...wanted.fixed,
      ...wanted.changeable,
      metadata,
    });
    return;
  }
  await settle(found, wanted, configuring, (changes) => manager.consumers.update(stream, group, changes));
}

async function configOf(
  manager: JetStreamManager,
  { stream, group }: DurableConsumer,
): Promise<ConsumerConfig | null> {
  try {
    const { config } = await manager.consumers.info(stream, group);
    return config;
  } catch (error) {
    if (error instanceof JetStreamApiError && error.code === JetStreamApiCodes.ConsumerNotFound) return null;
    throw error;
  }
}

function wantedOf({ stream, group, subjects, ackWait }: DurableConsumer): Wanted<ConsumerConfig> {
  return {
    of: `consumer ${group} of ${stream}`,
    changeable: {
      filter_subjects: [...subjects],
      ack_wait: nanos(ackWait),
      // Members count tries, and hold no more than they can; messages that pause must not hold up the others.
      max_deliver: -1,
      max_ack_pending: -1,
    },
    fixed: {
      ack_policy: AckPolicy.Explicit,
      deliver_policy: DeliverPolicy.All,
      // Messages are pulled.
      deliver_subject: undefined,
    },
  };
}
