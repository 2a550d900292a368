import { join } from 'node:path';
import type { EventBus } from '@kindred/domain';
import { NatsEventBus, type SettledDrift } from '@kindred/bus-nats';
import { locateNatsServer, NatsServerSupervisor, obtainNatsServer } from '@kindred/nats-server';
import type { Logger } from '@kindred/platform';
import type { DataFolderLayout } from '../data-folder/layout';
import type { KindredSettings } from '../settings/kindred-settings';
import type { Reporter } from '../terminal/reporter';
import { VERSION } from '../version';

/** A connected bus and the way to end it together with its server. */
export interface RunningBus {
  readonly bus: EventBus;
  close(): Promise<void>;
}

type BusSettings = Pick<KindredSettings, 'natsUrl' | 'natsToken' | 'natsReplicas' | 'natsServer' | 'cache'>;

const SOURCE = 'kindred';

/** Where `kindred` keeps programs that it obtained. */
export const toolsFolderOf = ({ cache }: Pick<KindredSettings, 'cache'>): string => join(cache, 'tools');

/**
 * Connects to the NATS server of the settings, or else starts one on a private port with its data in the data folder.
 * @throws KindredError `TOOL_UNAVAILABLE` or `BUS_UNAVAILABLE`.
 */
export async function startBus(
  settings: BusSettings,
  layout: DataFolderLayout,
  logger: Logger,
  reporter: Reporter,
): Promise<RunningBus> {
  const common = {
    source: SOURCE,
    version: VERSION,
    onDrift: (drift: SettledDrift) => logger.warn(drift, 'bus.configuration-differed'),
  };
  if (settings.natsUrl !== undefined) {
    const bus = await NatsEventBus.connect({
      servers: settings.natsUrl,
      token: settings.natsToken,
      streamReplicas: settings.natsReplicas,
      ...common,
    });
    return { bus, close: () => bus.close() };
  }
  const server = await NatsServerSupervisor.start({
    binary: await natsServerProgram(settings, reporter),
    folder: layout.nats,
    onRestart: (restarts) => logger.warn({ restarts }, 'nats-server.restarted'),
  });
  try {
    const bus = await NatsEventBus.connect({
      servers: server.url,
      token: server.address.token,
      ...common,
    });
    const close = async () => {
      await bus.close();
      await server.stop();
    };
    return { bus, close };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Path of a nats-server that can be used; obtained when there is none. @throws KindredError `TOOL_UNAVAILABLE`. */
export async function natsServerProgram(
  settings: Pick<KindredSettings, 'natsServer' | 'cache'>,
  reporter: Reporter,
): Promise<string> {
  const toolsFolder = toolsFolderOf(settings);
  const { found } = await locateNatsServer({ explicit: settings.natsServer, toolsFolder });
  if (found !== null) return found.path;
  return obtainNatsServer({
    toolsFolder,
    onAttempt: (name) => reporter.step(`Obtaining nats-server with ${name}`),
  });
}
