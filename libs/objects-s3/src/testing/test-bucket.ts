import { randomUUID } from 'node:crypto';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3';
import type { S3Address } from '@kindred/testing';
import type { S3Options } from '../options';

/** A bucket of one suite, and what only somebody who knows S3 sees in it. */
export class TestBucket {
  private constructor(
    private readonly address: S3Address,
    private readonly client: S3Client,
    readonly name: string,
  ) {}

  static async create(address: S3Address): Promise<TestBucket> {
    const { endpoint, region, accessKeyId, secretAccessKey } = address;
    const credentials = { accessKeyId, secretAccessKey };
    const client = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
    const name = `kindred-test-${randomUUID()}`;
    await client.send(new CreateBucketCommand({ Bucket: name }));
    return new TestBucket(address, client, name);
  }

  /** Options of a store in this bucket that gives up soon. */
  options(options: Partial<S3Options> = {}): S3Options {
    const { endpoint, region, accessKeyId, secretAccessKey } = this.address;
    const credentials = { accessKeyId, secretAccessKey };
    return { endpoint, region, credentials, bucket: this.name, ...options };
  }

  /** Names under which somebody began to upload parts. */
  async unfinishedUploads(): Promise<string[]> {
    const { Uploads } = await this.client.send(new ListMultipartUploadsCommand({ Bucket: this.name }));
    return (Uploads ?? []).map(({ Key }) => Key!);
  }

  async names(): Promise<string[]> {
    const { Contents } = await this.client.send(new ListObjectsV2Command({ Bucket: this.name }));
    return (Contents ?? []).map(({ Key }) => Key!);
  }

  async empty(): Promise<void> {
    for (let names = await this.names(); names.length > 0; names = await this.names()) {
      for (let start = 0; start < names.length; start += 50) {
        await Promise.all(
          names
            .slice(start, start + 50)
            .map((Key) => this.client.send(new DeleteObjectCommand({ Bucket: this.name, Key }))),
        );
      }
    }
  }

  async remove(): Promise<void> {
    await this.empty();
    await this.client.send(new DeleteBucketCommand({ Bucket: this.name }));
    this.client.destroy();
  }
}
