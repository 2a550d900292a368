import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../testing/run-command';

jest.setTimeout(60_000);

describe('kindred config', () => {
  let data: string;

  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'kindred-config-'));
  });
  afterEach(() => rm(data, { recursive: true, force: true }));

  const config = (...args: string[]) => runCommand('config', ...args, '--data', data);

  it('shows every setting with its value, where that comes from, and how to change it', async () => {
    await config('set', 'port', '4321');
    const { output } = await config();
    expect(output).toContain(`port = 4321\n`);
    expect(output).toContain(`from ${join(data, 'settings.json')}; set with KINDRED_PORT\n`);
    expect(output).toContain('natsUrl = (not set)\n');
  });

  it('hides secrets', async () => {
    await config('set', 'natsToken', 'hush');
    for (const { output } of [await config('list'), await config('list', '--json')]) {
      expect(output).not.toContain('hush');
      expect(output).toContain('(secret)');
    }
  });

  it('refuses what names no setting or has a bad value, and changes nothing', async () => {
    expect(await config('set', 'colour', 'red')).toMatchObject({
      status: 1,
      errors: expect.stringContaining('"colour" names no setting'),
    });
    expect(await config('set', 'port', 'many')).toMatchObject({
      status: 1,
      errors: expect.stringContaining('port = "many": must be a number'),
    });
    await expect(readFile(join(data, 'settings.json'))).rejects.toThrow('ENOENT');
  });

  it('mends a file whose setting has a bad value or names none', async () => {
    await writeFile(join(data, 'settings.json'), JSON.stringify({ port: 'many' }));
    expect((await config()).errors).toContain('port = "many"');
    expect(await config('set', 'port', '4321')).toMatchObject({
      status: 0,
      output: 'port is 4321 from the next start.\n',
    });
    await writeFile(join(data, 'settings.json'), JSON.stringify({ colour: 'red' }));
    expect(await config('unset', 'colour')).toMatchObject({ status: 0 });
    expect(await config()).toMatchObject({ status: 0 });
  });
});
