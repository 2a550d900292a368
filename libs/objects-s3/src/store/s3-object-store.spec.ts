import { randomUUID } from 'node:crypto';
import { describeWithServer, objectStoreContract, s3Server } from '@kindred/testing';
import { TestBucket } from '../testing/test-bucket';
import { openS3ObjectStore } from './s3-object-store';

describeWithServer('S3ObjectStore on a server', s3Server(), (server) => {
  let bucket: TestBucket;

  beforeAll(async () => {
    bucket = await TestBucket.create(server().address);
  });
  afterAll(() => bucket?.remove());

  objectStoreContract('S3ObjectStore', async () => {
    const port = await openS3ObjectStore(bucket.options({ prefix: `libraries/${randomUUID()}` }));
    return { port, close: async () => port.close() };
  });

  // Thousands of requests to a server that shares a busy computer with other tests.
  jest.setTimeout(120_000);
});
