import { inspect } from 'node:util';
import { type S3Options } from './options';
import { openS3ObjectStore } from './store/s3-object-store';
import { signedUrls } from './urls/signed-urls';

describe('options of a store on S3', () => {
  const good: S3Options = { endpoint: 'http://127.0.0.1:1', bucket: 'photos' };

  it.each<[string, Partial<S3Options>]>([
    ['an endpoint that is no URL', { endpoint: '127.0.0.1:8333' }],
    ['an endpoint of another protocol', { endpoint: 'ftp://127.0.0.1' }],
    ['an endpoint with credentials', { endpoint: 'http://somebody:s3cret@127.0.0.1:1' }],
    ['a bucket without a name', { bucket: '' }],
    ['a prefix that no key may have', { prefix: '../other' }],
    ['a prefix of only a separator', { prefix: '/' }],
    ['a prefix that leaves no room', { prefix: 'a/'.repeat(255) }],
  ])('cannot be %s', async (_, wrong) => {
    const failure = await openS3ObjectStore({ ...good, ...wrong }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'CONFIGURATION_INVALID', hint: expect.any(String) });
    expect(inspect(failure, { depth: null, showHidden: true })).not.toContain('s3cret');
    expect(() => signedUrls({ ...good, ...wrong })).toThrow((failure as Error).message);
  });
});
