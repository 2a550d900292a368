import { rm, writeFile } from 'node:fs/promises';
import type { Photo, PhotoId } from '@kindred/domain';
import { aFaceId, aPhotoId } from '@kindred/testing';
import sharp from 'sharp';
import { type Answer, TestGateway } from '../testing/test-gateway';

const IMMUTABLE = 'private, max-age=31536000, immutable';

const picture = (width = 1200, height = 800): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } })
    .jpeg()
    .toBuffer();

const errorOf = ({ body }: Answer) =>
  (JSON.parse(body.toString()) as { error: { code: string; message: string; hint?: string } }).error;

describe('images', () => {
  let gateway: TestGateway;
  let bytes: Buffer;
  let photo: Photo;
  let crop: string;
  beforeAll(async () => {
    gateway = await TestGateway.open();
    bytes = await picture();
    photo = await gateway.photo('sea', { bytes });
    const face = await gateway.face(1, { photo: photo.id });
    crop = (await gateway.data('query ($id: ID!) { face(id: $id) { cropUrl } }', { id: face })).face.cropUrl;
  });
  afterAll(() => gateway.close());

  const original = () => `/images/photos/${photo.id}/original`;
  const urls = () => [
    crop,
    `/images/photos/${photo.id}/thumbnail.webp`,
    `/images/photos/${photo.id}/preview.webp`,
    original(),
  ];

  it('are served for ever with what they are, and are never taken for something else', async () => {
    for (const url of urls()) {
      const answer = await gateway.send(url);
      expect(answer.status).toBe(200);
      expect(answer.headers).toMatchObject({
        'content-type': url === original() ? 'image/jpeg' : 'image/webp',
        'content-length': String(answer.body.length),
        'cache-control': IMMUTABLE,
        etag: expect.stringMatching(/^"[^"]+"$/),
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining("script-src 'self'"),
        'cross-origin-resource-policy': 'same-origin',
      });
    }
  });

  it('show what they should: the crop and the original as stored, upright renditions no larger than promised', async () => {
    const [crop, thumbnail, preview, whole] = await Promise.all(urls().map((url) => gateway.send(url)));
    expect(crop!.body.toString()).toBe('crop 1');
    expect(whole!.body.equals(bytes)).toBe(true);
    expect(await sharp(thumbnail!.body).metadata()).toMatchObject({
      format: 'webp',
      width: 480,
      height: 320,
    });
    expect(await sharp(preview!.body).metadata()).toMatchObject({ format: 'webp', width: 1200, height: 800 });
  });

  it('turn a photo upright as its camera asked', async () => {
    const turned = await sharp(await picture(60, 40))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { id } = await gateway.photo('turned', { bytes: turned });
    const { body } = await gateway.send(`/images/photos/${id}/thumbnail.webp`);
    expect(await sharp(body).metadata()).toMatchObject({ width: 40, height: 60 });
  });

  it('are not sent again to whoever has them', async () => {
    for (const url of urls()) {
      const etag = (await gateway.send(url)).headers.etag!;
      for (const known of [etag, `"other", ${etag}`, `W/${etag}`, '*']) {
        const answer = await gateway.send(url, { headers: { 'if-none-match': known } });
        expect([answer.status, answer.body.length]).toEqual([304, 0]);
        expect(answer.headers).toMatchObject({ etag, 'cache-control': IMMUTABLE });
      }
      expect((await gateway.send(url, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    }
  });

  it('tell their size without their bytes', async () => {
    for (const url of urls()) {
      const whole = await gateway.send(url);
      const head = await gateway.send(url, { method: 'HEAD' });
      expect([head.status, head.body.length]).toEqual([200, 0]);
      expect(head.headers).toMatchObject({
        'content-length': String(whole.body.length),
        'content-type': whole.headers['content-type'],
        etag: whole.headers.etag,
      });
    }
  });

  describe('of which a part is asked for', () => {
    const part = (range: string, headers: Record<string, string> = {}) =>
      gateway.send(original(), { headers: { range, ...headers } });

    it.each([
      ['bytes=0-0', (length: number) => [0, 0, length]],
      ['bytes=10-19', (length: number) => [10, 19, length]],
      ['bytes=10-', (length: number) => [10, length - 1, length]],
      ['bytes=-7', (length: number) => [length - 7, length - 1, length]],
      ['bytes=0-99999999', (length: number) => [0, length - 1, length]],
      ['bytes=-99999999', (length: number) => [0, length - 1, length]],
    ])('answer %s', async (range, expected) => {
      const [start, end, length] = expected(bytes.length) as [number, number, number];
      const answer = await part(range);
      expect(answer.status).toBe(206);
      expect(answer.headers['content-range']).toBe(`bytes ${start}-${end}/${length}`);
      expect(answer.headers['content-type']).toBe('image/jpeg');
      expect(answer.body.equals(bytes.subarray(start, end + 1))).toBe(true);
    });

    it.each(['bytes=99999999-', 'bytes=-0', `bytes=${'9'.repeat(400)}-`])(
      'say that %s is beyond their end',
      async (range) => {
        const answer = await part(range);
        expect(answer.status).toBe(416);
        expect(answer.headers['content-range']).toBe(`bytes */${bytes.length}`);
        expect(errorOf(answer).code).toBe('ARGUMENT_INVALID');
      },
    );

    it.each(['bytes=0-1,5-6', 'bytes=5-2', 'bytes=-', 'bytes=a-b', 'lines=1-2', 'bytes', 'bytes=1-2-3'])(
      'come whole for %s',
      async (range) => {
        const answer = await part(range);
        expect([answer.status, answer.body.length]).toEqual([200, bytes.length]);
        expect(answer.headers['accept-ranges']).toBe('bytes');
      },
    );

    it('come whole to whoever has part of something else', async () => {
      const { etag } = (await gateway.send(original())).headers;
      expect((await part('bytes=0-9', { 'if-range': etag! })).status).toBe(206);
      expect((await part('bytes=0-9', { 'if-range': '"other"' })).status).toBe(200);
    });
  });

  it.each([
    ['an unknown photo', `/images/photos/${aPhotoId('nobody')}/original`],
    ['an unknown photo', `/images/photos/${aPhotoId('nobody')}/thumbnail.webp`],
    ['a malformed photo', '/images/photos/x/preview.webp'],
    ['an id in capitals', `/images/photos/${'A'.repeat(64)}/original`],
    ['an unknown face', `/images/faces/${aFaceId(99)}/1.webp`],
    ['a malformed face', '/images/faces/x/1.webp'],
    ['another version of a face', `/images/faces/${aFaceId(1)}/2.webp`],
    ['a path', '/images/faces/..%2f..%2faccess-token/1.webp'],
    ['a path', `/images/faces/${aFaceId(1)}/..%2f..%2f..%2flibrary.db`],
    ['a path', '/images/photos/%2e%2e%2f%2e%2e%2flibrary.db/original'],
    ['a path', '/images/../../library.db'],
    ['a null byte', `/images/photos/${aPhotoId('nobody')}%00/original`],
    ['a rendition that there is not', `/images/photos/${aPhotoId('nobody')}/huge.webp`],
    ['broken escapes', '/images/photos/%zz/original'],
  ])('answer %s with an error in words: %s', async (_, path) => {
    for (const accept of ['image/*', 'text/html']) {
      const answer = await gateway.send(path, { headers: { accept } });
      expect([400, 404]).toContain(answer.status);
      expect(answer.headers['content-type']).toMatch(/^application\/json/);
      expect(answer.headers['cache-control'] ?? '').not.toContain('immutable');
      expect(errorOf(answer)).toMatchObject({
        code: expect.stringMatching(/^(NOT_FOUND|ARGUMENT_INVALID)$/),
        message: expect.any(String),
      });
      expect(answer.body.toString()).not.toContain('node_modules');
    }
  });

  it('say what happened to an original that vanished, changed or cannot be decoded, and recover with it', async () => {
    const whole = await picture(30, 20);
    const gone = await gateway.photo('gone', { bytes: whole });
    const { path } = gone.original as { path: string };
    const asked = async (name: string) => {
      const answer = await gateway.send(`/images/photos/${gone.id}/${name}`);
      return [answer.status, answer.status === 200 ? null : errorOf(answer)];
    };
    await rm(path);
    const vanished = { code: 'FILE_VANISHED', message: expect.any(String), hint: expect.any(String) };
    expect(await asked('original')).toEqual([404, vanished]);
    expect(await asked('preview.webp')).toEqual([404, vanished]);
    await writeFile(path, 'something else');
    expect(await asked('original')).toEqual([409, expect.objectContaining({ code: 'FILE_CHANGED' })]);
    await writeFile(path, whole);
    expect(await asked('preview.webp')).toEqual([200, null]);

    const broken = await gateway.photo('broken', {
      bytes: Buffer.concat([whole.subarray(0, 40), Buffer.alloc(400)]),
    });
    const answer = await gateway.send(`/images/photos/${broken.id}/thumbnail.webp`);
    expect([answer.status, errorOf(answer).code]).toEqual([422, 'IMAGE_CORRUPT']);
  });

  it('say that a crop is gone', async () => {
    const face = await gateway.face(7);
    await gateway.ports.objects.delete(`crops/${aFaceId(7)}/1.webp`);
    const answer = await gateway.send(`/images/faces/${face}/1.webp`);
    expect([answer.status, errorOf(answer).code]).toEqual([404, 'OBJECT_NOT_FOUND']);
  });

  it('never show a page: what is no picture is not opened in the browser', async () => {
    const page = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    for (const mediaType of ['image/svg+xml', 'text/html']) {
      const { id } = await gateway.photo(mediaType, {
        bytes: Buffer.concat([page, Buffer.from(mediaType)]),
        mediaType: mediaType as never,
      });
      const { headers } = await gateway.send(`/images/photos/${id}/original`);
      expect(headers['content-type']).toBe('application/octet-stream');
      expect(headers['content-disposition']).toBe('attachment');
    }
  });

  it('make a rendition once, however many ask for it at the same time', async () => {
    const { id } = await gateway.photo('asked for', { bytes: await picture(900, 300) });
    const put = jest.spyOn(gateway.ports.objects, 'put');
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => gateway.send(`/images/photos/${id}/thumbnail.webp`)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(put).toHaveBeenCalledTimes(1);
    put.mockRestore();
  });

  it('do not show a photo without an id of its own', async () => {
    const answer = await gateway.send(`/images/photos/${'0'.repeat(64) as PhotoId}/original`);
    expect(answer.status).toBe(404);
  });
});
