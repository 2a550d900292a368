import { givenServer, seekServer, serverProgram } from './seek-server';

describe('seeking a server for tests', () => {
  const start = (address: string) => Promise.resolve({ address, stop: () => Promise.resolve() });
  const before = { ...process.env };

  beforeEach(() => {
    for (const name of ['A_URL', 'A_PROGRAM']) delete process.env[name];
  });
  afterAll(() => {
    process.env = before;
  });

  const seek = () =>
    seekServer(
      givenServer('A_URL', (url) => url),
      serverProgram({ variable: 'A_PROGRAM', program: 'never-installed' }, start),
    );
  const addressOf = async (sought: ReturnType<typeof seek>) =>
    'start' in sought ? (await sought.start()).address : null;

  it('tells everything that was missing', () => {
    expect(seek()).toEqual({
      missing: 'A_URL is not set; A_PROGRAM is not set and PATH has no never-installed',
    });
  });

  it('prefers a server that runs already', async () => {
    process.env['A_PROGRAM'] = process.execPath;
    expect(await addressOf(seek())).toBe(process.execPath);
    process.env['A_URL'] = 'http://127.0.0.1:1';
    expect(await addressOf(seek())).toBe('http://127.0.0.1:1');
  });

  it('finds programs on the path', async () => {
    const sought = serverProgram({ variable: 'A_PROGRAM', program: 'node' }, start);
    expect(await addressOf(sought)).toMatch(/node$/);
  });

  it('does not skip tests because a variable names what cannot be run', () => {
    process.env['A_PROGRAM'] = __filename;
    expect(seek).toThrow('A_PROGRAM is');
  });
});
