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

/** Creates the streams that are missing and brings the others up to their definition. */
export async function ensureStreams(manager: JetStreamManager, replicas: number): Promise<void> {
  for (const definition of Object.values(STREAMS)) {
    const config = streamConfig(definition, replicas);
    try {
      await manager.streams.update(config.name, config);
    } catch (error) {
      if (!(error instanceof JetStreamApiError) || error.code !== JetStreamApiCodes.StreamNotFound)
        throw error;
      await manager.streams.add(config);
    }
  }
}

function streamConfig(definition: StreamDefinition, replicas: number) {
  return {
    name: definition.name,
    subjects: [...definition.subjects],
    storage: StorageType.File,
    retention: RetentionPolicy.Limits,
    discard: DiscardPolicy.Old,
    max_age: nanos(definition.maximumAge),
    max_msgs_per_subject: definition.maximumPerSubject,
    duplicate_window: nanos(definition.deduplicationWindow),
    num_replicas: replicas,
  } satisfies Partial<StreamConfig>;
}
