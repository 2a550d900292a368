import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preferencesContract } from '@kindred/testing';
import { readSettings } from './read-settings';
import { SettingsFilePreferences } from './settings-file-preferences';

async function openIn(data: string, options: object = {}, environment: NodeJS.ProcessEnv = {}) {
  const { report } = readSettings({ data, ...options }, environment);
  return new SettingsFilePreferences(join(data, 'settings.json'), report);
}

preferencesContract('SettingsFilePreferences', async () => {
  const data = await mkdtemp(join(tmpdir(), 'kindred-preferences-'));
  return { port: await openIn(data), close: () => rm(data, { recursive: true }) };
});

describe('preferences in the settings of a data folder', () => {
  let data: string;
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'kindred-preferences-'));
  });
  afterEach(() => rm(data, { recursive: true }));
  const file = () => join(data, 'settings.json');

  it('are there at the next start', async () => {
    await (await openIn(data)).change({ minimumConfidence: 0.75 });
    expect(readSettings({ data }, {}).values.minimumConfidence).toBe(0.75);
    expect(await (await openIn(data)).read()).toEqual({ minimumConfidence: 0.75, minimumGroupSize: 2 });
  });

  it('leave the other settings as they are', async () => {
    await writeFile(file(), JSON.stringify({ port: 1001, minimumGroupSize: '3' }));
    await (await openIn(data)).change({ minimumConfidence: 0.75 });
    expect(JSON.parse(await readFile(file(), 'utf8'))).toEqual({
      port: 1001,
      minimumGroupSize: '3',
      minimumConfidence: 0.75,
    });
  });

  it('are what the command line made of the file meanwhile', async () => {
    const preferences = await openIn(data);
    await writeFile(file(), JSON.stringify({ minimumGroupSize: '5' }));
    expect(await preferences.read()).toMatchObject({ minimumGroupSize: 5 });
  });

  it.each([
    [{}, { KINDRED_MINIMUM_CONFIDENCE: '0.9' }, 'the environment variable KINDRED_MINIMUM_CONFIDENCE'],
    [{ minimumConfidence: 0.9 }, {}, 'the command line'],
  ])('that were fixed by %j and %j say so', async (options, environment, place) => {
    const preferences = await openIn(data, options, environment);
    expect(await preferences.read()).toEqual({ minimumConfidence: 0.9, minimumGroupSize: 2 });
    const change = preferences.change({ minimumConfidence: 0.5, minimumGroupSize: 3 });
    await expect(change).rejects.toMatchObject({
      code: 'PREFERENCE_FIXED',
      message: expect.stringContaining(place),
      hint: expect.any(String),
    });
    expect(await preferences.read()).toEqual({ minimumConfidence: 0.9, minimumGroupSize: 2 });
    const rest = await preferences.change({ minimumConfidence: 0.9, minimumGroupSize: 3 });
    expect(rest).toEqual({ minimumConfidence: 0.9, minimumGroupSize: 3 });
  });

  it('name a file that was damaged by hand', async () => {
    const preferences = await openIn(data);
    await writeFile(file(), JSON.stringify({ minimumConfidence: 'high' }));
    await expect(preferences.read()).rejects.toMatchObject({
      code: 'CONFIGURATION_INVALID',
      message: expect.stringContaining(`${file()}: minimumConfidence = "high"`),
    });
  });
});
