import { createServer } from 'node:net';
import { KindredError } from '@kindred/domain';

/**
 * The wanted port when nobody has it. Otherwise any free one, unless the wanted one is fixed.
 * @throws KindredError `CONFIGURATION_INVALID` when a fixed port is taken or the address is not this computer's.
 */
export async function freePort(host: string, wanted: number, isFixed: boolean): Promise<number> {
  try {
    return await tryPort(host, wanted);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' && !isFixed) return tryPort(host, 0);
    const reason = code === 'EADDRINUSE' ? 'another program uses it' : (error as Error).message;
    throw new KindredError(
      'CONFIGURATION_INVALID',
      `Kindred cannot listen on ${host}:${wanted}: ${reason}.`,
      {
        cause: error,
        hint: 'Choose another port with --port, or another address with --host.',
      },
    );
  }
}

function tryPort(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      const { port: taken } = server.address() as { port: number };
      server.close(() => resolve(taken));
    });
  });
}
