import { inspect } from 'node:util';
import { KindredError } from '@kindred/domain';
import { describeWithServer, s3Server } from '@kindred/testing';
import { bytesOf } from '../testing/blocks';
import { TestBucket } from '../testing/test-bucket';
import { openS3ObjectStore } from './s3-object-store';

const SECRET = 'a-secret-that-nobody-must-see';

describeWithServer('a store whose server refuses', s3Server(), (server) => {
  let bucket: TestBucket;

  beforeAll(async () => {
    bucket = await TestBucket.create(server().address);
  });
  afterAll(() => bucket?.remove());

  const failureOf = async (attempt: Promise<unknown>): Promise<KindredError> => {
    const failure = await attempt.then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(KindredError);
    return failure as KindredError;
  };

  it.each([
    ['a key that it does not know', () => ({ accessKeyId: 'UNKNOWNKEY', secretAccessKey: SECRET })],
    [
      'a secret that is not the key’s',
      () => ({ accessKeyId: server().address.accessKeyId, secretAccessKey: SECRET }),
    ],
  ])('says that the access key is wrong, for %s, and repeats nothing secret', async (_, credentials) => {
    const failure = await failureOf(openS3ObjectStore(bucket.options({ credentials: credentials() })));
    expect(failure).toMatchObject({ code: 'STORE_UNAVAILABLE', transient: false });
    expect(failure.message).toContain(server().address.endpoint);
    expect(failure.message).toContain('does not accept the access key');
    expect(failure.hint).toContain('secret');
    const everything = inspect(failure, { depth: null, showHidden: true });
    for (const secret of [SECRET, credentials().accessKeyId, 'Signature=', 'AWS4-HMAC'])
      expect(everything).not.toContain(secret);
  });

  describe('with credentials of the environment', () => {
    const before = { ...process.env };

    beforeEach(() => {
      for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
      // Nobody outside of this computer is asked.
      process.env['AWS_EC2_METADATA_DISABLED'] = 'true';
      process.env['AWS_CONFIG_FILE'] = process.env['AWS_SHARED_CREDENTIALS_FILE'] = '/dev/null';
    });
    afterEach(() => {
      process.env = { ...before };
    });

    it('opens when they are there', async () => {
      const { accessKeyId, secretAccessKey } = server().address;
      process.env['AWS_ACCESS_KEY_ID'] = accessKeyId;
      process.env['AWS_SECRET_ACCESS_KEY'] = secretAccessKey;
      const objects = await openS3ObjectStore(bucket.options({ credentials: undefined }));
      expect(await objects.head('crops/1')).toBeNull();
      objects.close();
    });

    it('says that there are none', async () => {
      const failure = await failureOf(openS3ObjectStore(bucket.options({ credentials: undefined })));
      expect(failure).toMatchObject({ code: 'STORE_UNAVAILABLE', transient: false });
      expect(failure.message).toContain('no credentials');
      expect(failure.hint).toContain('AWS_ACCESS_KEY_ID');
    });
  });

  it('names a bucket that does not exist', async () => {
    const failure = await failureOf(openS3ObjectStore(bucket.options({ bucket: 'never-made' })));
    expect(failure).toMatchObject({ code: 'STORE_UNAVAILABLE', transient: false });
    expect(failure.message).toContain('never-made');
    expect(failure.hint).toContain('Create the bucket');
  });

  it('does not take objects for missing because their bucket is', async () => {
    const doomed = await TestBucket.create(server().address);
    const objects = await openS3ObjectStore(doomed.options());
    await objects.put('crops/1', bytesOf(10));
    await doomed.remove();
    const noBucket = { code: 'STORE_UNAVAILABLE', message: expect.stringContaining(doomed.name) };
    await expect(objects.get('crops/1')).rejects.toMatchObject(noBucket);
    await expect(objects.put('crops/1', bytesOf(10))).rejects.toMatchObject(noBucket);
    await expect(objects.delete('crops/1')).rejects.toMatchObject(noBucket);
    await expect(objects.list('')[Symbol.asyncIterator]().next()).rejects.toMatchObject(noBucket);
    jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000);
    await expect(objects.head('crops/1')).rejects.toMatchObject(noBucket);
    jest.restoreAllMocks();
    objects.close();
  });

  it('keeps libraries of one bucket apart', async () => {
    const one = await openS3ObjectStore(bucket.options({ prefix: 'one' }));
    const other = await openS3ObjectStore(bucket.options({ prefix: 'one-more/' }));
    await one.put('a', bytesOf(1));
    await other.put('b', bytesOf(2));
    expect(await bucket.names()).toEqual(expect.arrayContaining(['one/a', 'one-more/b']));
    expect(await one.head('b')).toBeNull();
    const keys: string[] = [];
    for (const store of [one, other]) for await (const { key } of store.list('')) keys.push(key);
    expect(keys).toEqual(['a', 'b']);
    for (const store of [one, other]) store.close();
  });
});
