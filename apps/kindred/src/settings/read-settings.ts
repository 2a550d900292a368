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
  const natsUrl: SettingsLayer = {
    source: 'environment (NATS_URL)',
    values: definedOnly({ natsUrl: environment['NATS_URL'] }),
  };
  const variables = environmentLayer(kindredSettings, environment, RESERVED);
  const commandLine: SettingsLayer = { source: 'command line', values: definedOnly(options) };
  const above = [natsUrl, variables, commandLine];
  const { data } = loadSettings({ data: kindredSettings.data }, above.map(onlyData)).values;
  return loadSettings(kindredSettings, [fileLayer(dataFolderLayout(resolve(data)).settings), ...above]);
}

function onlyData({ source, values }: SettingsLayer): SettingsLayer {
  return { source, values: definedOnly({ data: values['data'] }) };
}

function definedOnly(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
