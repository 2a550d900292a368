import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultPlaces } from './places';
import { readDataFolder, readSettings } from './read-settings';
import { changeSettingsFile } from './settings-file';

describe('the settings of Kindred', () => {
  let data: string;
  let file: string;

  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'kindred-settings-'));
    file = join(data, 'settings.json');
  });
  afterEach(() => rm(data, { recursive: true, force: true }));

  const inFile = (values: object) => writeFile(file, JSON.stringify(values));
  const sourceOf = (name: string, { report }: ReturnType<typeof readSettings>) =>
    report.find((setting) => setting.name === name)?.source;

  it('have a default, a variable and a meaning each', () => {
    const { report } = readSettings({ data }, {});
    expect(report.length).toBeGreaterThan(10);
    for (const { name, source, description, environmentVariable } of report) {
      expect([name, source]).toEqual([name, name === 'data' ? 'command line' : 'default']);
      expect(description).toMatch(/\.$/);
      expect(environmentVariable).toMatch(/^KINDRED_[A-Z_]+$/);
    }
  });

  it('come from the command line before the environment, from that before the file, from that before the default', async () => {
    const read = (options: object, environment: object) =>
      readSettings({ data, ...options }, environment as NodeJS.ProcessEnv);
    expect(read({}, {}).values.port).toBe(4310);
    await inFile({ port: 1001 });
    expect(read({}, {}).values.port).toBe(1001);
    expect(sourceOf('port', read({}, {}))).toBe(file);
    expect(read({}, { KINDRED_PORT: '1002' }).values.port).toBe(1002);
    expect(sourceOf('port', read({}, { KINDRED_PORT: '1002' }))).toBe('environment');
    expect(read({ port: 1003 }, { KINDRED_PORT: '1002' }).values.port).toBe(1003);
    expect(sourceOf('port', read({ port: 1003 }, { KINDRED_PORT: '1002' }))).toBe('command line');
    expect(read({ port: undefined }, { KINDRED_PORT: '1002' }).values.port).toBe(1002);
  });

  it('are those of the data folder that is used, wherever that was said', async () => {
    await inFile({ pack: 'yunet' });
    expect(readSettings({ data }, {}).values.pack).toBe('yunet');
    expect(readSettings({}, { KINDRED_DATA: data }).values).toMatchObject({ data, pack: 'yunet' });
    const elsewhere = join(data, 'elsewhere');
    expect(readSettings({ data: elsewhere }, { KINDRED_DATA: data }).values).toMatchObject({
      data: elsewhere,
      pack: 'faceplugin',
    });
  });

  it('know the variable that every NATS client knows, and their own before it', () => {
    const shared = { NATS_URL: 'nats://shared:4222' };
    expect(readSettings({ data }, shared).values.natsUrl).toBe('nats://shared:4222');
    expect(sourceOf('natsUrl', readSettings({ data }, shared))).toBe('environment (NATS_URL)');
    const own = { ...shared, KINDRED_NATS_URL: 'nats://own:4222' };
    expect(readSettings({ data }, own).values.natsUrl).toBe('nats://own:4222');
  });

  it('leave alone what is set to nothing, as scripts and compose files do', () => {
    const nothing = { KINDRED_PORT: '', KINDRED_DATA: '', KINDRED_NATS_URL: '', NATS_URL: '' };
    const { values } = readSettings({}, nothing);
    expect(values).toMatchObject({ port: 4310, data: defaultPlaces().data });
    expect(values.natsUrl).toBeUndefined();
  });

  it('ignore variables of others, and the one that the launcher sets', () => {
    expect(() =>
      readSettings({ data }, { HOME: '/', KINDREDNESS: '1', KINDRED_LAUNCHED: '1' }),
    ).not.toThrow();
  });

  describe('stop the start', () => {
    it('when a variable names none', () => {
      expect(() => readSettings({ data }, { KINDRED_PROT: '1' })).toThrow(
        'The environment variable KINDRED_PROT names no setting.',
      );
    });

    it('when the file has a key that names none', async () => {
      await inFile({ colour: 'red' });
      expect(() => readSettings({ data }, {})).toThrow(`${file}: "colour" names no setting`);
    });

    it.each([
      ['port', 'many', 'must be a number'],
      ['port', '65536', '<=65535'],
      ['port', '1.5', 'whole number'],
      ['port', null, 'must be a number'],
      ['port', true, 'must be a number'],
      ['port', ' ', 'must be a number'],
      ['detectorWorkers', 0, '>=1'],
      ['executionProvider', 'gpu', 'cuda'],
      ['logLevel', 'loud', 'info'],
      ['pack', '', '>=1'],
      ['natsUrl', 'nowhere', 'URL'],
    ])('when %s is %j, saying where that stands and why', async (name, value, reason) => {
      await inFile({ [name]: value });
      const read = () => readSettings({ data }, {});
      expect(read).toThrow(`${file}: ${name} = ${JSON.stringify(value)}: `);
      expect(read).toThrow(reason);
    });

    it('with every problem at once', async () => {
      await inFile({ colour: 'red', port: 'many' });
      expect(() => readSettings({ data }, { KINDRED_LOG_LEVEL: 'loud' })).toThrow(
        /"colour" names no setting.*environment: logLevel.*port = "many"/,
      );
    });

    it.each(['', '{', '[]', '"text"', 'null'])('when the file is no object: %s', async (text) => {
      await writeFile(file, text);
      expect(() => readSettings({ data }, {})).toThrow(`${file} is not a JSON object.`);
    });
  });

  describe('of the file', () => {
    it('are set one by one and taken out again', async () => {
      await changeSettingsFile(file, { port: '1001' });
      await changeSettingsFile(file, { pack: 'yunet' });
      expect(readSettings({ data }, {}).values).toMatchObject({ port: 1001, pack: 'yunet' });
      await changeSettingsFile(file, { port: undefined });
      expect(readSettings({ data }, {}).values).toMatchObject({ port: 4310, pack: 'yunet' });
    });

    it('stay as they are when the change is refused', async () => {
      await changeSettingsFile(file, { port: '1001' });
      const before = await readFile(file, 'utf8');
      await expect(changeSettingsFile(file, { port: 'many' })).rejects.toThrow('port = "many"');
      await expect(changeSettingsFile(file, { colour: 'red' })).rejects.toThrow('"colour" names no setting');
      expect(await readFile(file, 'utf8')).toBe(before);
    });

    it('lose a key that names no setting any more when it is taken out', async () => {
      await inFile({ colour: 'red', port: 1001 });
      await changeSettingsFile(file, { colour: undefined });
      expect(readSettings({ data }, {}).values.port).toBe(1001);
    });

    it('are found without reading it', async () => {
      await writeFile(file, '{');
      expect(readDataFolder({}, { KINDRED_DATA: data })).toBe(data);
    });
  });
});

describe('the places of Kindred', () => {
  const home = homedir();

  it.each([
    ['linux', {}, join(home, '.local/share/kindred'), join(home, '.cache/kindred')],
    ['linux', { XDG_DATA_HOME: '/d', XDG_CACHE_HOME: '/c' }, '/d/kindred', '/c/kindred'],
    [
      'linux',
      { XDG_DATA_HOME: '', XDG_CACHE_HOME: '' },
      join(home, '.local/share/kindred'),
      join(home, '.cache/kindred'),
    ],
    ['darwin', {}, join(home, 'Library/Application Support/Kindred'), join(home, 'Library/Caches/Kindred')],
    ['win32', { LOCALAPPDATA: '/l' }, '/l/Kindred/Data', '/l/Kindred/Cache'],
  ] as const)('on %s with %j are where people expect them', (platform, environment, data, cache) => {
    expect(defaultPlaces(environment, platform)).toEqual({ data, cache });
  });
});
