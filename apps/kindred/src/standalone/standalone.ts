import 'reflect-metadata';
import { mkdir } from 'node:fs/promises';
import { DETECTOR_GROUP, DetectorModule } from '@kindred/detector';
import { KindredError, systemClock } from '@kindred/domain';
import { AccessControl, createHttpAdapter, GatewayModule, reconcileLibrary } from '@kindred/gateway';
import { IngestFolders, IngestModule } from '@kindred/ingest';
import {
  createLogger,
  Metrics,
  NestLogger,
  type Ports,
  PortsModule,
  type SettingReport,
} from '@kindred/platform';
import { TRAINER_GROUP, TrainerModule } from '@kindred/trainer';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FolderList } from '../data-folder/folder-list';
import { type DataFolderLayout, dataFolderLayout } from '../data-folder/layout';
import { DataFolderLock } from '../data-folder/lock';
import type { KindredSettings } from '../settings/kindred-settings';
import { SettingsFilePreferences } from '../settings/settings-file-preferences';
import type { Reporter } from '../terminal/reporter';
import { VERSION } from '../version';
import { startBus } from './bus';
import { CleanUp } from './clean-up';
import { dashboardFolder } from './dashboard-folder';
import { faceAnalysisOf } from './face-analysis';
import { freePort } from './free-port';
import { installedPacksOf, openDetectorEngine, preparePack } from './model-pack';
import { StandaloneFolders } from './standalone-folders';
import { openStores } from './stores';

/** Consumer groups whose work must be over before the library is at rest. */
export const WORKING_GROUPS: readonly string[] = [DETECTOR_GROUP, TRAINER_GROUP];

/** All services in one process, over one data folder. */
export interface Standalone {
  /** Where the dashboard and the API are. */
  readonly url: string;
  readonly ports: Ports;
  readonly layout: DataFolderLayout;
  readonly folders: FolderList;
  readonly ingest: IngestFolders;
  /** Finishes what is being worked on, then stops everything in the order in which it depends on each other. */
  close(): Promise<void>;
}

export interface StandaloneOptions {
  readonly settings: KindredSettings;
  /** Where each setting came from: what was decided at the start cannot be changed meanwhile. */
  readonly sources: readonly SettingReport[];
  /** False when another port may be taken instead of a busy one. */
  readonly portIsFixed: boolean;
  readonly reporter: Reporter;
}

/**
 * Starts ingest, detector, trainer and gateway over the embedded stores and a NATS server.
 * @throws KindredError `DATA_FOLDER_IN_USE`, `TOOL_UNAVAILABLE`, `PACK_DOWNLOAD_FAILED`, `STORE_UNAVAILABLE`, …; nothing
 * is left running then.
 */
export async function openStandalone(options: StandaloneOptions): Promise<Standalone> {
  const cleanUp = new CleanUp();
  try {
    return await open(options, cleanUp);
  } catch (error) {
    await cleanUp.run();
    throw error;
  }
}

async function open(
  { settings, sources, portIsFixed, reporter }: StandaloneOptions,
  cleanUp: CleanUp,
): Promise<Standalone> {
  const layout = dataFolderLayout(settings.data);
  await mkdir(layout.root, { recursive: true, mode: 0o700 });
  const lock = await DataFolderLock.take(layout.lock);
  cleanUp.add(() => lock.release());
  const logger = createLogger({ level: settings.logLevel, file: layout.log });
  const stores = await openStores(layout);
  cleanUp.add(() => stores.close());

  // One after the other would make every start as slow as their sum.
  const [engineResult, busResult] = await Promise.allSettled([
    preparePack(settings, reporter).then(async (pack) => ({
      pack,
      engine: await openDetectorEngine(pack, settings),
    })),
    startBus(settings, layout, logger, reporter),
  ]);
  if (busResult.status === 'fulfilled') cleanUp.add(() => busResult.value.close());
  if (engineResult.status === 'fulfilled') cleanUp.add(() => engineResult.value.engine.analyser.close());
  const { pack, engine } = valueOf(engineResult);
  const { bus } = valueOf(busResult);

  const ports: Ports = {
    ...stores.ports,
    preferences: new SettingsFilePreferences(layout.settings, sources),
    bus,
    logger,
    clock: systemClock,
    metrics: new Metrics(),
  };
  await reconcileLibrary(ports);
  const folders = new FolderList(layout.folders);
  const standaloneFolders = new StandaloneFolders({
    list: folders,
    roots: settings.folderRoots,
    logger,
    ingest: () => app.get(IngestFolders),
  });
  const port = await freePort(settings.host, settings.port, portIsFixed);
  const access = await AccessControl.open({
    host: settings.host,
    tokenFile: layout.accessToken,
    allowedHosts: settings.allowedHosts,
  });
  const app: INestApplication = await NestFactory.create(
    {
      module: class KindredModule {},
      imports: [
        PortsModule.with(ports),
        IngestModule.with(settings),
        DetectorModule.with(engine),
        TrainerModule.with({
          pack: engine.pack,
          matching: pack.manifest.matching,
          executionProvider: settings.executionProvider,
        }),
        GatewayModule.with({
          settings,
          access,
          analysis: faceAnalysisOf(engine, pack.manifest.matching),
          largestFileBytes: settings.largestFileBytes,
          exchange: layout,
          dashboardFolder: dashboardFolder(),
          system: {
            version: VERSION,
            pack: pack.manifest,
            installedPacks: () => installedPacksOf(settings),
            executionProvider: settings.executionProvider,
            dataFolder: layout.root,
            folders: standaloneFolders,
            accessTokenFile: access.token === null ? null : layout.accessToken,
          },
        }),
      ],
    },
    createHttpAdapter({ access }),
    { logger: new NestLogger(logger), bodyParser: false },
  );
  cleanUp.add(() => app.close());
  cleanUp.add(() => standaloneFolders.close());
  await listen(app, port, settings.host);
  const url = access.urlOf(port);
  await lock.announce(url);
  logger.info({ url }, 'kindred.started');
  return { url, ports, layout, folders, ingest: app.get(IngestFolders), close: () => cleanUp.run() };
}

async function listen(app: INestApplication, port: number, host: string): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (error) {
    throw new KindredError('CONFIGURATION_INVALID', `Kindred cannot listen on ${host}:${port}.`, {
      cause: error,
      hint: 'Choose another port with --port, or another address with --host.',
    });
  }
}

function valueOf<T>(result: PromiseSettledResult<T>): T {
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}
