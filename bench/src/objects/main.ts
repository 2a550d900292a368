import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CreateBucketCommand, DeleteBucketCommand, S3Client } from '@aws-sdk/client-s3';
import type { ObjectStore } from '@kindred/domain';
import { openFileObjectStore } from '@kindred/objects-fs';
import { openS3ObjectStore } from '@kindred/objects-s3';
import { type S3Address, s3Server } from '@kindred/testing';
import { printJson, printTable, rounded } from '../print';
import { measure, type Measured, type Workload } from './measure';

const { values } = parseArgs({
  options: {
    /** Requests under way at a time. */
    concurrency: { type: 'string', default: '8' },
  },
});

const WORKLOADS: readonly Workload[] = [
  { name: 'crops, 10 KB', byteLength: 10_000, count: 1_000 },
  { name: 'originals, 5 MB', byteLength: 5_000_000, count: 40 },
];

/** How fast objects are put and read, in a folder and on S3; see the README beside the package. */
async function main(): Promise<void> {
  const concurrency = Number(values.concurrency);
  const rows: (Measured & { store: string })[] = [];
  const measureIn = async (store: string, objects: ObjectStore) => {
    for (const workload of WORKLOADS) {
      for (const one of await measure(objects, workload, concurrency)) rows.push({ store, ...one });
    }
  };
  await inAFolder((objects) => measureIn('objects-fs', objects));
  await onS3((objects) => measureIn('objects-s3', objects));
  printTable(
    ['store', 'objects', 'what', 'a second', 'MB/s', 'p50 ms', 'p95 ms'],
    rows.map(({ store, name, what, perSecond, megabytesPerSecond, p50, p95 }) => [
      store,
      name,
      what,
      perSecond,
      megabytesPerSecond ?? '',
      p50,
      p95,
    ]),
  );
  printJson({ bench: 'objects', concurrency, load: rounded(loadavg()[0]!, 1), rows });
}

async function inAFolder(work: (objects: ObjectStore) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kindred-bench-objects-'));
  try {
    await work(await openFileObjectStore({ folder }));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function onS3(work: (objects: ObjectStore) => Promise<void>): Promise<void> {
  const sought = s3Server();
  if ('missing' in sought) {
    process.stdout.write(`MISSING  an S3 server: left out (${sought.missing}).\n`);
    return;
  }
  const server = await sought.start();
  try {
    await inABucket(server.address, work);
  } finally {
    await server.stop();
  }
}

async function inABucket(
  { endpoint, region, accessKeyId, secretAccessKey }: S3Address,
  work: (objects: ObjectStore) => Promise<void>,
): Promise<void> {
  const bucket = `kindred-bench-${randomUUID()}`;
  const access = { endpoint, region, credentials: { accessKeyId, secretAccessKey } };
  const client = new S3Client({ ...access, forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  const objects = await openS3ObjectStore({ ...access, bucket });
  await work(objects);
  objects.close();
  await client.send(new DeleteBucketCommand({ Bucket: bucket }));
  client.destroy();
}

void main();
