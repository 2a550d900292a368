import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { detectorSettings } from '@kindred/detector';
import { gatewaySettings } from '@kindred/gateway';
import { ingestSettings } from '@kindred/ingest';
import { LOG_LEVELS, wholeNumber } from '@kindred/platform';
import { trainerSettings } from '@kindred/trainer';
import { z } from 'zod';
import { defaultPlaces } from './places';

const places = defaultPlaces();
const folder = (path: string) =>
  z
    .string()
    .min(1)
    .transform((value) => resolve(value))
    .default(path);

const folderPath = z
  .string()
  .min(1)
  .transform((value) => resolve(value));
const listedFolders = (text: string): string[] =>
  text
    .split(',')
    .map((path) => path.trim())
    .filter(Boolean)
    .map((path) => resolve(path));

/** What can be set about running everything on one computer. */
const standaloneSettings = {
  data: folder(places.data).describe(
    'The folder of the library: faces, labels, crops, copied originals, logs.',
  ),
  cache: folder(places.cache).describe(
    'Where programs, models and sample photos are kept; shared by all libraries.',
  ),
  folderRoots: z
    .union([z.array(folderPath), z.string().transform(listedFolders)])
    .default([homedir()])
    .describe(
      'Folders of photos may be added in the dashboard that are in one of these; separated by commas.',
    ),
  natsUrl: z.url().optional().describe('A NATS server with JetStream to use instead of one of its own.'),
  natsToken: z.string().optional().describe('The token of that NATS server.'),
  natsReplicas: wholeNumber(1, 5)
    .optional()
    .describe('How many servers of that NATS cluster keep each event: 3 lets one of them fail.'),
  natsServer: z
    .string()
    .optional()
    .describe('The nats-server program to run, instead of one that is looked for.'),
  logLevel: z
    .enum(LOG_LEVELS)
    .default('info')
    .describe('How much is written to logs/kindred.log of the data folder.'),
};

/** Every setting there is. */
export const kindredSettings = {
  ...standaloneSettings,
  ...gatewaySettings,
  ...ingestSettings,
  ...detectorSettings,
  ...trainerSettings,
};

export type KindredSettings = {
  readonly [K in keyof typeof kindredSettings]: z.output<(typeof kindredSettings)[K]>;
};

/** Settings whose value must not be shown. */
export const SECRET_SETTINGS: ReadonlySet<string> = new Set(['natsToken']);
