import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  type CompletedPart,
  CreateMultipartUploadCommand,
  HeadObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { KindredError } from '@kindred/domain';
import type { S3Connection } from '../client/connection';
import { PUT_ID } from './put-id';

/** Parts on their way at a time, each of which is held in memory. */
const AT_ONCE = 3;

/** An object that comes in parts and is there once all of them are. */
export class MultipartUpload {
  private readonly sent: Promise<CompletedPart>[] = [];
  private readonly underWay = new Set<Promise<unknown>>();

  private constructor(
    private readonly connection: S3Connection,
    private readonly name: string,
    private readonly putId: string,
    private readonly uploadId: string,
  ) {}

  static async begin(connection: S3Connection, name: string, putId: string): Promise<MultipartUpload> {
    const command = new CreateMultipartUploadCommand({
      Bucket: connection.bucket,
      Key: name,
      Metadata: { [PUT_ID]: putId },
      ...(connection.options.checksums === false
        ? {}
        : { ChecksumAlgorithm: 'CRC32', ChecksumType: 'FULL_OBJECT' }),
    });
    const { UploadId } = await connection.send((client) => client.send(command));
    if (UploadId === undefined) throw new KindredError('STORE_UNAVAILABLE', 'The upload got no id.');
    return new MultipartUpload(connection, name, putId, UploadId);
  }

  /** Resolves when there is room for another part; throws what the server said to one before. */
  async add(bytes: Buffer): Promise<void> {
    const part = this.send(bytes, this.sent.length + 1);
    this.sent.push(part);
    this.underWay.add(part);
    // One that failed stays, so that whoever waits next is told.
    part.then(
      () => this.underWay.delete(part),
      () => undefined,
    );
    if (this.underWay.size >= AT_ONCE) await Promise.race(this.underWay);
  }

  async complete(): Promise<void> {
    const Parts = await Promise.all(this.sent);
    const command = new CompleteMultipartUploadCommand({ ...this.target(), MultipartUpload: { Parts } });
    try {
      await this.connection.send((client) => client.send(command));
    } catch (error) {
      // The answer to an earlier attempt may have been lost: then the upload is gone and the object is there.
      if (!(await this.isThere())) throw error;
    }
  }

  /**
   * Lets the server forget the parts. It waits for those under way, which would otherwise be kept for ever; a server
   * that does not answer keeps them until its bucket's rule about unfinished uploads finds them.
   */
  async abandon(): Promise<void> {
    await Promise.allSettled(this.sent);
    const command = new AbortMultipartUploadCommand(this.target());
    await this.connection.send((client) => client.send(command)).catch(() => undefined);
  }

  private async send(Body: Buffer, PartNumber: number): Promise<CompletedPart> {
    const command = new UploadPartCommand({
      ...this.target(),
      PartNumber,
      Body,
      ContentLength: Body.length,
      ...(this.connection.options.checksums === false ? {} : { ChecksumAlgorithm: 'CRC32' }),
    });
    const { ETag, ChecksumCRC32 } = await this.connection.send((client) => client.send(command));
    return { PartNumber, ETag, ChecksumCRC32 };
  }

  private async isThere(): Promise<boolean> {
    const command = new HeadObjectCommand({ Bucket: this.connection.bucket, Key: this.name });
    const found = await this.connection.send((client) => client.send(command)).catch(() => null);
    return found?.Metadata?.[PUT_ID] === this.putId;
  }

  private target() {
    return { Bucket: this.connection.bucket, Key: this.name, UploadId: this.uploadId };
  }
}
