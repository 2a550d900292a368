import { join } from 'node:path';
import {
  freePorts,
  givenServer,
  type RunningServer,
  seekServer,
  serverProgram,
  ServerProcess,
  type SoughtServer,
} from '@kindred/testing';

/** The key that the local mode asks for. */
export const TEST_KEY = 'not-a-secret-outside-of-tests';

export interface QdrantAddress {
  readonly url: string;
  readonly apiKey: string | undefined;
}

/**
 * A Qdrant: the one at `QDRANT_URL`, with `QDRANT_API_KEY`, or Qdrant's local mode, for which `QDRANT_PYTHON` is
 * a Python that has `qdrant-client`.
 */
export function qdrantServer(): SoughtServer<QdrantAddress> {
  return seekServer(
    givenServer('QDRANT_URL', (url) => ({ url, apiKey: process.env['QDRANT_API_KEY'] })),
    localQdrant(),
  );
}

/** Qdrant's local mode, which may be killed and forgets everything then. */
export function localQdrant(): SoughtServer<QdrantAddress> {
  return serverProgram({ variable: 'QDRANT_PYTHON', program: 'qdrant-python' }, startLocalMode);
}

async function startLocalMode(path: string): Promise<RunningServer<QdrantAddress>> {
  const [port] = await freePorts(1);
  const url = `http://127.0.0.1:${port}`;
  const server = await ServerProcess.start({
    name: 'qdrant',
    path,
    argumentsIn: () => [join(__dirname, 'local_qdrant.py'), String(port), TEST_KEY],
    answers: async () => (await fetch(url)).status > 0,
  });
  return {
    address: { url, apiKey: TEST_KEY },
    kill: () => server.kill(),
    restart: () => server.launch(),
    stop: () => server.stop(),
  };
}
