import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Job } from '@kindred/domain';
import { NestLogger, PortsModule, silentLogger } from '@kindred/platform';
import { eventually } from '@kindred/testing';
import { openTestPorts, type TestPorts } from '@kindred/testing-standalone';
import { IngestModule } from '../ingest.module';
import { everyFailure, everyPhoto, objectKeys, TEST_SETTINGS } from '../testing/ingest-test';
import { jpeg, photoIdOf } from '../testing/photo-files';
import { UploadController } from './upload.controller';

/** Where uploads lie until they are whole. */
async function unfinished(): Promise<string[]> {
  const folder = join(tmpdir(), 'kindred-uploads');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return readdir(folder);
}

describe('uploading a photo', () => {
  let ports: TestPorts;
  let controller: UploadController;
  let before: string[];
  beforeEach(async () => {
    ports = await openTestPorts();
    controller = new UploadController(ports, TEST_SETTINGS);
    before = await unfinished();
  });
  afterEach(async () => {
    expect(await unfinished()).toEqual(before);
    await ports.close();
  });

  const upload = (name: string, body: Uint8Array | Readable) =>
    controller.upload(name, { raw: body instanceof Readable ? body : Readable.from([Buffer.from(body)]) });
  const announced = () => ports.bus.published('photos.stored').map(({ data }) => data);

  it('stores a copy of its bytes and has it scanned by a job of its own', async () => {
    const bytes = await jpeg();
    expect(await upload('sea.jpg', bytes)).toEqual({ photo: photoIdOf(bytes), added: true });
    const [photo] = await everyPhoto(ports);
    expect(photo?.original.kind).toBe('object');
    expect(await ports.originals.read(photo!)).toEqual(bytes);
    const jobs = await ports.jobs.list();
    expect(jobs).toMatchObject([{ kind: 'detect', state: 'running', subject: 'sea.jpg', total: 1 }] satisfies Partial<Job>[]);
    expect(announced()).toEqual([{ photo: photoIdOf(bytes), job: jobs[0]!.id }]);
    const [source] = await ports.photos.sourcesOf(photoIdOf(bytes));
    expect(source?.path).toMatch(/^upload:[0-9a-f]{16}\/sea\.jpg$/);
  });

  it('ends the job of a photo that was scanned before its job was known', async () => {
    const bytes = await jpeg();
    const publish = ports.bus.publish.bind(ports.bus);
    jest.spyOn(ports.bus, 'publish').mockImplementation(async (subject, event) => {
      await publish(subject, event);
      if (subject !== 'photos.stored') return;
      const photo = (await ports.photos.get(photoIdOf(bytes)))!;
      const result = { job: photo.scan.job, pack: 'test' as never, faces: 0, at: ports.clock.now() };
      await ports.photos.completeScan(photo.id, result);
    });
    await upload('sea.jpg', bytes);
    expect(await ports.jobs.list()).toMatchObject([{ state: 'completed', done: 1, failed: 0 }]);
  });

  it('says of known bytes that they are known, whatever their name, and starts nothing', async () => {
    const bytes = await jpeg();
    await upload('sea.jpg', bytes);
    expect(await upload('sea.jpg', bytes)).toEqual({ photo: photoIdOf(bytes), added: false });
    expect(await upload('beach.jpg', bytes)).toEqual({ photo: photoIdOf(bytes), added: false });
    expect(await ports.jobs.list()).toHaveLength(1);
    expect(announced()).toHaveLength(1);
    expect(await objectKeys(ports)).toHaveLength(1);
    expect(await ports.photos.sourcesOf(photoIdOf(bytes))).toHaveLength(2);
  });

  it('keeps two photos of one name', async () => {
    await upload('image.jpg', await jpeg(1));
    await upload('image.jpg', await jpeg(2));
    expect(await everyPhoto(ports)).toHaveLength(2);
  });

  it.each([
    ['FILE_EMPTY', Buffer.alloc(0)],
    ['FILE_NOT_AN_IMAGE', Buffer.from('Dear diary')],
    ['FILE_TOO_LARGE', randomBytes(TEST_SETTINGS.largestFileBytes + 1)],
  ])('refuses with %s and keeps nothing of it', async (code, bytes) => {
    await expect(upload('a.jpg', bytes)).rejects.toMatchObject({ code, hint: expect.any(String) });
    expect(await everyPhoto(ports)).toEqual([]);
    expect(await everyFailure(ports)).toEqual([]);
    expect(await objectKeys(ports)).toEqual([]);
    expect(await ports.jobs.list()).toEqual([]);
  });

  it('stops reading a body that never ends', async () => {
    let sent = 0;
    const endless = new Readable({
      read() {
        sent += 65_536;
        this.push(Buffer.alloc(65_536));
      },
    });
    await expect(upload('a.jpg', endless)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
    expect(sent).toBeLessThan(4 * TEST_SETTINGS.largestFileBytes);
    expect(endless.destroyed).toBe(true);
  });

  it.each(['..', '.', 'a/b.jpg', 'a\\b.jpg', 'a\nb.jpg', 'a\0b.jpg', `${'ü'.repeat(128)}.jpg`])(
    'refuses the name %j without reading the body',
    async (name) => {
      const body = Readable.from([await jpeg()]);
      await expect(upload(name, body)).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
      expect(body.readableDidRead).toBe(false);
    },
  );

  describe('over HTTP', () => {
    let app: NestFastifyApplication;
    let port: number;
    beforeEach(async () => {
      const adapter = new FastifyAdapter();
      adapter.getInstance().addContentTypeParser('*', (_request, _payload, done) => done(null));
      const root = { module: class Root {}, imports: [PortsModule.with(ports), IngestModule.with(TEST_SETTINGS)] };
      app = await NestFactory.create<NestFastifyApplication>(root, adapter, { logger: new NestLogger(silentLogger) });
      await app.listen(0, '127.0.0.1');
      port = (app.getHttpServer().address() as AddressInfo).port;
    });
    afterEach(() => app.close());

    const urlOf = (name: string) => `http://127.0.0.1:${port}/upload/${encodeURIComponent(name)}`;

    it('takes the body as it is and a name in any script', async () => {
      const bytes = await jpeg();
      const headers = { 'content-type': 'image/jpeg' };
      const answer = await fetch(urlOf('Ångström 💐.jpg'), { method: 'PUT', body: new Uint8Array(bytes), headers });
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual({ photo: photoIdOf(bytes), added: true });
      expect((await ports.photos.sourcesOf(photoIdOf(bytes)))[0]?.path).toMatch(/\/Ångström 💐\.jpg$/);
    });

    it('refuses a name that climbs out of its folder', async () => {
      const answer = await fetch(urlOf('../../etc/passwd'), { method: 'PUT', body: new Uint8Array(await jpeg()) });
      expect(answer.ok).toBe(false);
      expect(await everyPhoto(ports)).toEqual([]);
    });

    it('keeps nothing of a body whose sender goes away', async () => {
      const whole = await jpeg();
      const headers = { 'content-length': whole.length, 'content-type': 'image/jpeg' };
      const sending = request(urlOf('half.jpg'), { method: 'PUT', headers });
      sending.on('error', () => undefined);
      sending.write(whole.subarray(0, whole.length / 2));
      await eventually(unfinished, (files) => files.length > before.length);
      const closed = new Promise((resolve) => sending.on('close', resolve));
      sending.destroy();
      await closed;
      await eventually(unfinished, (files) => files.length === before.length);
      expect(await everyPhoto(ports)).toEqual([]);
      const sha256 = createHash('sha256').update(whole.subarray(0, whole.length / 2)).digest('hex');
      expect(await ports.photos.get(sha256 as never)).toBeNull();
    });
  });
});
