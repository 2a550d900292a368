import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePorts } from './free-ports';
import { givenServer, type RunningServer, seekServer, serverProgram, type SoughtServer } from './seek-server';
import { ServerProcess } from './server-process';

/** How to reach an S3 server as somebody who may make buckets. */
export interface S3Address {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/**
 * An S3 server: the one at `S3_ENDPOINT`, with `AWS_REGION`, `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`, or a
 * SeaweedFS of our own, whose program `weed` is at `SEAWEEDFS_PROGRAM` or on `PATH`.
 */
export function s3Server(): SoughtServer<S3Address> {
  return seekServer(
    givenServer('S3_ENDPOINT', (endpoint) => ({
      endpoint,
      region: process.env['AWS_REGION'] ?? 'us-east-1',
      accessKeyId: process.env['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: process.env['AWS_SECRET_ACCESS_KEY'] ?? '',
    })),
    seaweedFs(),
  );
}

/** A SeaweedFS of our own, which may be killed. */
export function seaweedFs(): SoughtServer<S3Address> {
  return serverProgram({ variable: 'SEAWEEDFS_PROGRAM', program: 'weed' }, startSeaweedFs);
}

const ACCESS = { accessKeyId: 'kindred-test', secretAccessKey: 'not-a-secret-outside-of-tests' };

async function startSeaweedFs(path: string): Promise<RunningServer<S3Address>> {
  const ports = await freePorts(8);
  const port = ports[0]!;
  const server = await ServerProcess.start({
    name: 'seaweedfs',
    path,
    argumentsIn: (folder) => seaweedArguments(folder, ports),
    answers: async () => (await storesBytes(ports[4]!)) && speaksHttp(port),
  });
  return {
    address: { endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', ...ACCESS },
    kill: () => server.kill(),
    restart: () => server.launch(),
    stop: () => server.stop(),
  };
}

/** Everything on this computer only, in small volumes, without telling its makers. */
function seaweedArguments(folder: string, ports: readonly number[]): string[] {
  const identities = join(folder, 'identities.json');
  const actions = ['Admin', 'Read', 'List', 'Tagging', 'Write'];
  const credentials = [{ accessKey: ACCESS.accessKeyId, secretKey: ACCESS.secretAccessKey }];
  writeFileSync(identities, JSON.stringify({ identities: [{ name: 'kindred', credentials, actions }] }));
  const flags = {
    dir: folder,
    ip: '127.0.0.1',
    'ip.bind': '127.0.0.1',
    filer: true,
    s3: true,
    's3.config': identities,
    's3.autoCreateBucket': false,
    's3.port': ports[0],
    's3.port.grpc': ports[1],
    's3.port.iceberg': 0,
    's3.port.lance': 0,
    's3.localSocket': join(folder, 's3.sock'),
    'filer.port': ports[2],
    'filer.port.grpc': ports[3],
    'filer.localSocket': join(folder, 'filer.sock'),
    'master.port': ports[4],
    'master.port.grpc': ports[5],
    'master.telemetry': false,
    'master.volumeSizeLimitMB': 64,
    'volume.port': ports[6],
    'volume.port.grpc': ports[7],
    'volume.max': 0,
  };
  return ['server', ...Object.entries(flags).map(([name, value]) => `-${name}=${value}`)];
}

/** Whether the part that knows where bytes are knows one that stores them. */
async function storesBytes(masterPort: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${masterPort}/dir/status`);
  const { Topology } = (await answer.json()) as { Topology: { DataCenters: unknown[] | null } };
  return (Topology.DataCenters ?? []).length > 0;
}

/** Whether anything is said to a question that needs neither a bucket nor permission. */
async function speaksHttp(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.0\r\n\r\n'));
    socket.once('data', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
    socket.setTimeout(1_000, () => (socket.destroy(), resolve(false)));
  });
}
