import type { JetStreamManager, StreamConfig } from '@nats-io/jetstream';
import { JetStreamApiCodes, JetStreamApiError } from '@nats-io/jetstream';
import { nanos } from '@nats-io/nats-core';
import { type KV, Kvm } from '@nats-io/kv';
import type { JetStreamClient } from '@nats-io/jetstream';
import { settle } from '../configuration/settle';
import type { StreamsConfiguring } from '../configuration/streams';

const BUCKET = 'KINDRED_LEASES';
const STREAM = `KV_${BUCKET}`;

/** Opens the bucket in which holders of leases say that they live, of which each saying is forgotten after `ttl` milliseconds. */
export async function openLeaseBucket(
  client: JetStreamClient,
  manager: JetStreamManager,
  ttl: number,
  configuring: StreamsConfiguring,
): Promise<KV> {
  const { replicas } = configuring;
  const found = await configOf(manager);
  if (found === null) return new Kvm(client).create(BUCKET, { ttl, history: 1, replicas: replicas ?? 1 });
  const changeable = { max_age: nanos(ttl), ...(replicas === undefined ? {} : { num_replicas: replicas }) };
  const wanted = { of: `stream ${STREAM}`, changeable, fixed: {} } as const;
  await settle(found, wanted, configuring, (changes) => manager.streams.update(STREAM, changes));
  return new Kvm(client).open(BUCKET);
}

async function configOf(manager: JetStreamManager): Promise<StreamConfig | null> {
  try {
    return (await manager.streams.info(STREAM)).config;
  } catch (error) {
    if (error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamNotFound) return null;
    throw error;
  }
}
