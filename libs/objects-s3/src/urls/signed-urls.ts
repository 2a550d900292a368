import { GetObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { KindredError } from '@kindred/domain';
import { S3Connection } from '../client/connection';
import { folderOf, type S3Options } from '../options';
import { refuseBadKey } from '../store/refuse-bad-key';

/** What S3 allows: seven days. */
const LONGEST = 7 * 24 * 60 * 60;

export interface SignedUrls {
  /**
   * A URL by which anybody can GET the object, whether it is there or not, for so many seconds from now.
   * @throws KindredError `ARGUMENT_INVALID` for a key that none can be, or unless `seconds` is from 1 to 604,800.
   */
  urlOf(key: string, seconds: number): Promise<string>;
  close(): void;
}

/**
 * Signs URLs of a bucket's objects; asks no server. The endpoint is the one that readers of the URLs know, which may be
 * another than the store's own.
 * @throws KindredError `CONFIGURATION_INVALID`.
 */
export function signedUrls(options: S3Options): SignedUrls {
  const connection = new S3Connection({ ...options, checksums: false });
  const folder = folderOf(options);
  return {
    urlOf: async (key, seconds) => {
      refuseBadKey(key);
      if (!Number.isInteger(seconds) || seconds < 1 || seconds > LONGEST) {
        throw new KindredError('ARGUMENT_INVALID', `A URL cannot be valid for ${seconds} seconds.`, {
          hint: `Use whole seconds from 1 to ${LONGEST}.`,
        });
      }
      const command = new GetObjectCommand({ Bucket: options.bucket, Key: folder + key });
      return connection.send((client) => getSignedUrl(client, command, { expiresIn: seconds }));
    },
    close: () => connection.close(),
  };
}
