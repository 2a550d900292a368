import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { vectorIndexContract } from '@kindred/testing';
import { QdrantClient } from '@qdrant/js-client-rest';
import { openQdrantVectorIndex } from './open-qdrant-vector-index';

let server: ChildProcess;
let url: string;
beforeAll(async () => {
  server = spawn(process.env.KINDRED_QDRANT_PYTHON!, [join(__dirname, 'testing', 'local_qdrant.py')], { stdio: ['ignore', 'pipe', 'inherit'] });
  url = await new Promise((resolve) => server.stdout!.once('data', (text) => resolve(String(text).trim())));
});
afterAll(() => server.kill());

vectorIndexContract('Qdrant', async () => {
  const prefix = randomUUID();
  return {
    open: () => openQdrantVectorIndex({ url, prefix }),
    discard: async () => {
      const client = new QdrantClient({ url, checkCompatibility: false });
      void client;
    },
  };
});
