import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../servers/free-ports';
import { ServerProcess } from '../servers/server-process';
import { natsServerForTests } from './start-test-nats';

/** A private cluster of NATS servers, all on this computer, each of which may be killed. */
export interface TestNatsCluster {
  readonly urls: readonly string[];
  readonly token: string;
  /** Ends the server of this name as a crash would; it stays away until it is brought back. */
  kill(name: string): Promise<void>;
  /** Starts it again with what it had stored; resolves once it has caught up with the others. */
  bringBack(name: string): Promise<void>;
  /** Ends all servers and removes their folders. */
  stop(): Promise<void>;
}

interface Node {
  readonly name: string;
  readonly client: number;
  readonly route: number;
  readonly monitor: number;
}

const TOKEN = 'not-a-secret-outside-of-tests';

/** Starts a cluster with JetStream and no streams. The program is obtained when this computer has none. */
export async function startTestNatsCluster(size = 3): Promise<TestNatsCluster> {
  const program = await natsServerForTests();
  const ports = await freePorts(3 * size);
  const nodes = Array.from({ length: size }, (_, index): Node => {
    const [client, route, monitor] = ports.slice(3 * index);
    return { name: `node-${index + 1}`, client: client!, route: route!, monitor: monitor! };
  });
  const folder = await mkdtemp(join(tmpdir(), 'kindred-nats-cluster-'));
  await Promise.all(nodes.map((node) => writeFile(fileOf(folder, node), configurationOf(node, nodes))));
  const started = await Promise.allSettled(nodes.map((node) => start(program, folder, node)));
  const servers = new Map(
    started.flatMap((result, index) =>
      result.status === 'fulfilled' ? [[nodes[index]!.name, result.value]] : [],
    ),
  );
  const stop = async () => {
    await Promise.all([...servers.values()].map((server) => server.stop()));
    await rm(folder, { recursive: true, force: true });
  };
  const failed = started.find((result) => result.status === 'rejected');
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }
  return {
    urls: nodes.map(({ client }) => `nats://127.0.0.1:${client}`),
    token: TOKEN,
    kill: (name) => servers.get(name)!.kill(),
    bringBack: (name) => servers.get(name)!.launch(),
    stop,
  };
}

const fileOf = (folder: string, { name }: Node) => join(folder, `${name}.conf`);

function start(program: string, folder: string, node: Node): Promise<ServerProcess> {
  return ServerProcess.start({
    name: `nats-${node.name}`,
    path: program,
    argumentsIn: (own) => ['-c', fileOf(folder, node), '-sd', own],
    // Not before the cluster has somebody who decides where streams are, and this server knows all that he does.
    answers: async () => (await fetch(`http://127.0.0.1:${node.monitor}/healthz`)).ok,
  });
}

function configurationOf({ name, client, route, monitor }: Node, nodes: readonly Node[]): string {
  const routes = nodes.map((node) => `"nats://127.0.0.1:${node.route}"`);
  return [
    `server_name: ${name}`,
    `listen: "127.0.0.1:${client}"`,
    `http: "127.0.0.1:${monitor}"`,
    `authorization { token: ${TOKEN} }`,
    'jetstream: enabled',
    `cluster { name: kindred-test, listen: "127.0.0.1:${route}", routes: [${routes.join(', ')}] }`,
    '',
  ].join('\n');
}
