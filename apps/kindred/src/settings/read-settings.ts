import { resolve } from 'node:path';
import {
  environmentLayer,
  fileLayer,
  type LoadedSettings,
  loadSettings,
  type SettingsLayer,
} from '@kindred/platform';
import { dataFolderLayout } from '../data-folder/layout';
import { kindredSettings } from './kindred-settings';

/** Variables that start like settings and are none. */
const RESERVED = ['KINDRED_LAUNCHED'];

/**
 * Every setting, from its default, then the data folder's `settings.json`, then the environment, then the options
 * of the command line; the last one wins.
 * @throws KindredError `CONFIGURATION_INVALID`.
 */
export function readSettings(
  options: Readonly<Record<string, unknown>>,
  environment: NodeJS.ProcessEnv = process.env,
): LoadedSettings<typeof kindredSettings> {
  const above = layersAbove(options, environment);
  return loadSettings(kindredSettings, [fileLayer(dataFolderLayout(dataFolderIn(above)).settings), ...above]);
}

/**
 * The data folder that the options and the environment name: known also when its `settings.json` must be mended.
 * @throws KindredError `CONFIGURATION_INVALID`.
 */
export function readDataFolder(
  options: Readonly<Record<string, unknown>>,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  return dataFolderIn(layersAbove(options, environment));
}

/** What wins over the file, the least first. */
function layersAbove(
  options: Readonly<Record<string, unknown>>,
  environment: NodeJS.ProcessEnv,
): readonly SettingsLayer[] {
  return [
    {
      source: 'environment (NATS_URL)',
      values: definedOnly({ natsUrl: environment['NATS_URL'] || undefined }),
    },
    environmentLayer(kindredSettings, environment, RESERVED),
    { source: 'command line', values: definedOnly(options) },
  ];
}

function dataFolderIn(layers: readonly SettingsLayer[]): string {
  return resolve(loadSettings({ data: kindredSettings.data }, layers.map(onlyData)).values.data);
}

function onlyData({ source, values }: SettingsLayer): SettingsLayer {
  return { source, values: definedOnly({ data: values['data'] }) };
}

function definedOnly(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
