import { describeWithServer, eventually, s3Server } from '@kindred/testing';
import { bytesOf } from '../testing/blocks';
import { TestBucket } from '../testing/test-bucket';
import { openS3ObjectStore, type S3ObjectStore } from '../store/s3-object-store';
import { type SignedUrls, signedUrls } from './signed-urls';

describeWithServer('signed URLs', s3Server(), (server) => {
  let bucket: TestBucket;
  let objects: S3ObjectStore;
  let urls: SignedUrls;

  beforeAll(async () => {
    bucket = await TestBucket.create(server().address);
    const options = bucket.options({ prefix: 'libraries/1' });
    objects = await openS3ObjectStore(options);
    urls = signedUrls(options);
    await objects.put('crops/1', bytesOf(1000));
    await objects.put('crops/2', bytesOf(1000, 2));
  });
  afterAll(async () => {
    urls?.close();
    objects?.close();
    await bucket?.remove();
  });

  it('hand out the object to whoever has one', async () => {
    const answer = await fetch(await urls.urlOf('crops/1', 60));
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytesOf(1000));
  });

  it('hand out no other object, and let nobody write', async () => {
    const url = await urls.urlOf('crops/1', 60);
    expect((await fetch(url.replace('crops/1', 'crops/2'))).status).toBe(403);
    expect((await fetch(url, { method: 'PUT', body: 'other' })).status).toBe(403);
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(403);
    expect(await objects.get('crops/1')).toEqual(bytesOf(1000));
  });

  it('end', async () => {
    const url = await urls.urlOf('crops/1', 1);
    const answer = await eventually(
      () => fetch(url),
      ({ status }) => status !== 200,
    );
    expect(answer.status).toBe(403);
  });

  it('can be made for what is not there, and never contain the secret', async () => {
    const url = await urls.urlOf('crops/3', 60);
    expect(url).not.toContain(server().address.secretAccessKey);
    expect((await fetch(url)).status).toBe(404);
  });

  it.each([0, -1, 1.5, NaN, Infinity, 604_801])('cannot be valid for %p seconds', async (seconds) => {
    await expect(urls.urlOf('crops/1', seconds)).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
  });

  it('cannot be for what is no key', async () => {
    await expect(urls.urlOf('../other/1', 60)).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
  });
});
