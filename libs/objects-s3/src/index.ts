export type { Patience, S3Credentials, S3Options } from './options';
export { openS3ObjectStore, type S3ObjectStore } from './store/s3-object-store';
export { type SignedUrls, signedUrls } from './urls/signed-urls';
