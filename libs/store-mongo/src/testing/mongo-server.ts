import {
  freePorts,
  givenServer,
  type RunningServer,
  seekServer,
  serverProgram,
  ServerProcess,
  type SoughtServer,
} from '@kindred/testing';
import { MongoClient } from 'mongodb';

/** A server that speaks MongoDB's protocol: the one at `MONGODB_URL`, or a FerretDB of our own (`FERRETDB_PROGRAM`). */
export function mongoServer(): SoughtServer<string> {
  return seekServer(
    givenServer('MONGODB_URL', (url) => url),
    ferretDb(),
  );
}

/** A FerretDB of our own, which may be killed. */
export function ferretDb(): SoughtServer<string> {
  return serverProgram({ variable: 'FERRETDB_PROGRAM', program: 'ferretdb-for-tests' }, startFerretDb);
}

async function startFerretDb(path: string): Promise<RunningServer<string>> {
  const [port] = await freePorts(1);
  const address = `mongodb://127.0.0.1:${port}/`;
  const server = await ServerProcess.start({
    name: 'ferretdb',
    path,
    argumentsIn: (folder) => [folder, `127.0.0.1:${port}`],
    answers: () => answers(address),
  });
  return {
    address,
    kill: () => server.kill(),
    restart: () => server.launch(),
    stop: () => server.stop(),
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 1_000 });
  try {
    await client.db('admin').command({ ping: 1 });
    return true;
  } finally {
    await client.close();
  }
}
