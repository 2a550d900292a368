import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import type { S3Connection } from '../client/connection';
import type { Listed } from './listed';

/** Objects whose name starts with `prefix`, a page at a time, in whichever order the server has them. */
export async function* listAsServed(connection: S3Connection, prefix: string): AsyncGenerator<Listed> {
  let token: string | undefined;
  do {
    const command = new ListObjectsV2Command({
      Bucket: connection.bucket,
      Prefix: prefix,
      ContinuationToken: token,
    });
    const page = await connection.send((client) => client.send(command));
    for (const { Key, Size, LastModified } of page.Contents ?? []) {
      if (Key === undefined || LastModified === undefined) continue;
      yield { name: Key, byteLength: Size ?? 0, modifiedAt: LastModified.toISOString() };
    }
    token = page.NextContinuationToken;
  } while (token !== undefined);
}
