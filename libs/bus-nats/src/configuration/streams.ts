import { KindredError } from '@kindred/domain';
import { type StreamDefinition, STREAMS } from '@kindred/contracts';
import {
  DiscardPolicy,
  JetStreamApiCodes,
  JetStreamApiError,
  type JetStreamManager,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
} from '@nats-io/jetstream';
import { nanos } from '@nats-io/nats-core';
import { shown, type Wanted } from './drift';
import { type Configuring, settle } from './settle';
import { whenSettled } from './when-settled';
import { writtenBy } from './written-by';

export interface StreamsConfiguring extends Configuring {
  /** How many servers keep each stream; those that exist stay as they are when absent, new ones are kept by one. */
  readonly replicas?: number;
}

/** Of the server: more replicas are wanted than a server that is no cluster can have, or than a cluster has. */
const NOT_A_CLUSTER = 10074;
const TOO_FEW_SERVERS = 10005;
/** Of the server: somebody else created the stream just now. */
const NAME_TAKEN = 10058;

/**
 * Creates the streams that are missing and brings the others up to their definition.
 * @throws KindredError `BUS_CONFIGURATION_CONFLICT` when a stream is not what Kindred can rely on, or the servers are too
 * few for its replicas.
 */
export async function ensureStreams(
  manager: JetStreamManager,
  configuring: StreamsConfiguring,
): Promise<void> {
  for (const definition of Object.values(STREAMS)) {
    await whenSettled(() => ensureStream(manager, definition, configuring)).catch((error: unknown) => {
      throw tooFewServers(error, definition.name, configuring.replicas) ?? error;
    });
  }
}

async function ensureStream(
  manager: JetStreamManager,
  definition: StreamDefinition,
  configuring: StreamsConfiguring,
): Promise<void> {
  const { name } = definition;
  const wanted = wantedOf(definition, configuring.replicas);
  const found = await configOf(manager, name);
  if (found !== null) {
    return settle(found, wanted, configuring, (changes) => manager.streams.update(name, changes));
  }
  try {
    const metadata = writtenBy(configuring.version, undefined);
    await manager.streams.add({ name, num_replicas: 1, ...wanted.fixed, ...wanted.changeable, metadata });
  } catch (error) {
    // Services that start together all find it missing.
    if (!isApiError(error, NAME_TAKEN)) throw error;
    return ensureStream(manager, definition, configuring);
  }
}

async function configOf(manager: JetStreamManager, name: string): Promise<StreamConfig | null> {
  try {
    return (await manager.streams.info(name)).config;
  } catch (error) {
    if (isApiError(error, JetStreamApiCodes.StreamNotFound)) return null;
    throw error;
  }
}

function wantedOf(definition: StreamDefinition, replicas: number | undefined): Wanted<StreamConfig> {
  return {
    of: `stream ${definition.name}`,
    changeable: {
      description: definition.description,
      subjects: [...definition.subjects],
      discard: DiscardPolicy.Old,
      max_age: nanos(definition.maximumAge),
      max_msgs_per_subject: definition.maximumPerSubject,
      duplicate_window: nanos(definition.deduplicationWindow),
      // Without it an event would seem to be stored as soon as it was sent.
      no_ack: false,
      ...(replicas === undefined ? {} : { num_replicas: replicas }),
    },
    fixed: {
      storage: StorageType.File,
      retention: RetentionPolicy.Limits,
      // Dead letters that were retried or dropped are deleted.
      deny_delete: false,
      sealed: false,
    },
  };
}

function tooFewServers(error: unknown, stream: string, replicas: number | undefined): KindredError | null {
  if (!isApiError(error, NOT_A_CLUSTER) && !isApiError(error, TOO_FEW_SERVERS)) return null;
  return new KindredError(
    'BUS_CONFIGURATION_CONFLICT',
    `The stream ${stream} cannot have num_replicas ${shown(replicas)}: there are fewer NATS servers (${error.message}).`,
    {
      about: `stream ${stream}: num_replicas`,
      cause: error,
      transient: isApiError(error, TOO_FEW_SERVERS),
      hint: 'Wait until every server of the cluster runs, or want fewer replicas (natsReplicas).',
    },
  );
}

function isApiError(error: unknown, code: number): error is JetStreamApiError {
  return error instanceof JetStreamApiError && error.code === code;
}
