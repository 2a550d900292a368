import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileLayer, loadSettings } from '@kindred/platform';
import { replaceFile } from '../data-folder/replace-file';
import { kindredSettings } from './kindred-settings';

/**
 * Changes settings in a data folder's `settings.json`; `undefined` takes one out.
 * @throws KindredError `CONFIGURATION_INVALID` for an unknown setting or a bad value; the file stays as it was then.
 */
export async function changeSettingsFile(
  path: string,
  change: Readonly<Record<string, unknown>>,
): Promise<void> {
  const values = { ...fileLayer(path).values, ...change };
  loadSettings(kindredSettings, [{ source: path, values }]);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await replaceFile(path, `${JSON.stringify(values, null, 2)}\n`);
}
