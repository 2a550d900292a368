import { createServer, type Server } from 'node:net';
import { freePort } from './free-port';

const HOST = '127.0.0.1';

describe('a port for the dashboard', () => {
  const servers: Server[] = [];
  afterEach(() =>
    Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve)))),
  );

  /** A port that another program uses. */
  function takenPort(): Promise<number> {
    const server = createServer();
    servers.push(server);
    return new Promise((resolve) =>
      server.listen(0, HOST, () => resolve((server.address() as { port: number }).port)),
    );
  }

  it('is the wanted one when nobody has it, and is left free', async () => {
    const port = await freePort(HOST, 0, true);
    expect(port).toBeGreaterThan(0);
    expect(await freePort(HOST, port, true)).toBe(port);
  });

  it('is another one when the wanted one is taken and nobody insists on it', async () => {
    const taken = await takenPort();
    const port = await freePort(HOST, taken, false);
    expect(port).toBeGreaterThan(0);
    expect(port).not.toBe(taken);
  });

  it('is refused when it is taken and somebody insists on it, with what to do', async () => {
    const taken = await takenPort();
    await expect(freePort(HOST, taken, true)).rejects.toMatchObject({
      code: 'CONFIGURATION_INVALID',
      message: `Kindred cannot listen on ${HOST}:${taken}: another program uses it.`,
      hint: 'Choose another port with --port, or another address with --host.',
    });
  });

  it('is refused on an address that is not of this computer', async () => {
    await expect(freePort('192.0.2.1', 0, false)).rejects.toMatchObject({
      code: 'CONFIGURATION_INVALID',
      message: expect.stringContaining('192.0.2.1:0'),
    });
  });
});
