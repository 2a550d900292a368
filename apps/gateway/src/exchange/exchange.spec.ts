import { readdir, writeFile, mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { changeJob } from '@kindred/domain';
import { WaitingStatements } from '@kindred/label-exchange';
import { eventually } from '@kindred/testing';
import sharp from 'sharp';
import { TestGateway } from '../testing/test-gateway';
import { LabelExchange } from './label-exchange';
import { UploadFolder } from './upload-folder';

const JOB = `{ id kind state subject total done failed failure { code }
  imported { people { created known } decisions { said known } conflicts { changed kept } covers refused
    waiting { decisions } failures { message } }
  namesRead { photos labeled people { created } }
  sidecars { written unchanged failed failures { message } } }`;
const HEADER = '{"format":"kindred-statements","version":1}\n';

describe('labels in and out', () => {
  let gateway: TestGateway;
  let open: TestGateway[] = [];
  beforeEach(async () => {
    gateway = await another();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    for (const each of open.splice(0)) await each.close();
  });
  const another = async (options: Parameters<typeof TestGateway.open>[0] = {}) => {
    const opened = await TestGateway.open(options);
    open = [...open, opened];
    return opened;
  };

  const ended = (id: string, of = gateway) =>
    eventually(
      async () => (await of.data(`query ($id: ID!) { job(id: $id) ${JOB} }`, { id })).job,
      ({ state }) => state !== 'RUNNING',
    );
  const upload = async (body: string | Buffer, to = gateway, name = 'said.jsonl') => {
    const headers = { 'content-type': 'application/x-ndjson' };
    const sent = await to.send(`/labels/import?name=${name}`, { method: 'POST', headers, body });
    return { status: sent.status, ...(JSON.parse(sent.body.toString()) as { job: string; error: unknown }) };
  };
  const say = (what: 'labelFaces' | 'rejectFaces', person: string, face: string) =>
    gateway.data(
      `mutation ($face: ID!, $person: ID!) { ${what}(faceIds: [$face], personId: $person) { results { id } } }`,
      { face, person },
    );
  const exported = async (of = gateway) => (await of.send('/labels/export')).body.toString();
  /** Everything but the line that says when it was written. */
  const statements = async (of: TestGateway) => (await exported(of)).split('\n').slice(1);
  const kept = (of = gateway) => readdir(join(of.ports.folder, 'uploads')).catch(() => []);

  it('go from one library into another that has the same photos', async () => {
    const [left, right] = await gateway.faces(1, 2);
    await say('labelFaces', await gateway.named('Ann'), left!);
    await say('rejectFaces', await gateway.named('Ben'), right!);
    const to = await another();
    await to.faces(1, 2);
    const { status, job } = await upload(await exported(), to);
    expect(status).toBe(202);
    expect(await ended(job, to)).toMatchObject({
      kind: 'IMPORT',
      state: 'COMPLETED',
      subject: 'said.jsonl',
      total: 6,
      done: 6,
      imported: { people: { created: 2 }, decisions: { said: 2, known: 0 }, waiting: { decisions: 0 } },
    });
    expect(await statements(to)).toEqual(await statements(gateway));
    const again = await ended((await upload(await exported(), to)).job, to);
    expect(again.imported).toMatchObject({ decisions: { said: 0, known: 2 } });
    expect(await kept(to)).toEqual([]);
  });

  it('are offered as a file with a name, and not to whoever only asks whether it is there', async () => {
    const { status, headers } = await gateway.send('/labels/export');
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^application\/x-ndjson/);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="kindred-\d{4}-\d\d-\d\d\.jsonl"$/);
    expect((await gateway.send('/labels/export', { method: 'HEAD' })).status).toBe(404);
  });

  it('are for those who may see the library only', async () => {
    const guarded = await another({ host: '192.168.1.20' });
    const headers = { host: '192.168.1.20' };
    expect((await guarded.send('/labels/export', { headers })).status).toBe(401);
    expect((await guarded.send('/labels/import', { method: 'POST', headers, body: HEADER })).status).toBe(
      401,
    );
    const foreign = { origin: 'https://elsewhere.example' };
    expect(
      (await gateway.send('/labels/import', { method: 'POST', headers: foreign, body: HEADER })).status,
    ).toBe(403);
  });

  it('wait for photos that are not there yet, and are tried again when that is asked for', async () => {
    const [face] = await gateway.faces(1);
    await say('labelFaces', await gateway.named('Ann'), face!);
    const to = await another();
    const first = await ended((await upload(await exported(), to)).job, to);
    expect(first.imported).toMatchObject({ decisions: { said: 0 }, waiting: { decisions: 1 } });
    expect(await to.data('{ waitingStatements { decisions covers } }')).toEqual({
      waitingStatements: { decisions: 1, covers: 0 },
    });
    await to.faces(1);
    const { importWaiting } = await to.data('mutation { importWaiting { id } }');
    expect((await ended(importWaiting.id, to)).imported).toMatchObject({ decisions: { said: 1 } });
    expect(await to.standing(face!)).toMatchObject({ state: 'labeled' });
  });

  it('that wait are counted once for each request, in a file that stays open', async () => {
    const opened = jest.spyOn(WaitingStatements, 'open');
    const counted = jest.spyOn(WaitingStatements.prototype, 'count');
    const many = Array.from({ length: 100 }, (_, i) => `a${i}: waitingStatements { decisions }`).join(' ');
    expect(Object.keys(await gateway.data(`{ ${many} }`))).toHaveLength(100);
    expect(counted).toHaveBeenCalledTimes(1);
    await gateway.data(`{ ${many} }`);
    expect(counted).toHaveBeenCalledTimes(2);
    expect(opened).toHaveBeenCalledTimes(1);
  });

  it('are taken in without the lines that say nothing, which are named', async () => {
    const long = `{"kind":"person","name":"${'x'.repeat(2 ** 20)}"}`;
    const { job } = await upload(
      `${HEADER}nonsense\n{"kind":"joke"}\n${long}\n`,
      await another({ settings: { largestImportBytes: 4_000_000 } }).then((of) => (gateway = of)),
    );
    const { imported, failed } = await ended(job);
    expect(failed).toBe(3);
    expect(imported.refused).toBe(3);
    expect(imported.failures.map(({ message }: { message: string }) => message)).toEqual([
      'Line 2: This is no JSON.',
      expect.stringMatching(/^Line 3: "kind"/),
      'Line 4: This has more than 1048576 bytes.',
    ]);
  });

  it.each([
    ['', 422, 'FILE_EMPTY'],
    ['{}\n', 400, 'ARGUMENT_INVALID'],
    ['\u0000\u0001', 400, 'ARGUMENT_INVALID'],
    ['{"format":"kindred-statements","version":99}\n', 400, 'ARGUMENT_INVALID'],
    [HEADER + ' '.repeat(1_000_000), 413, 'FILE_TOO_LARGE'],
  ])('refuse a file that is none: %.50j', async (body, status, code) => {
    expect(await upload(body)).toMatchObject({ status, error: { code } });
    expect(await kept()).toEqual([]);
    expect((await gateway.data('{ jobs { id } }')).jobs).toEqual([]);
  });

  it('take in nothing of a file that breaks off', async () => {
    const socket = connect(gateway.port, '127.0.0.1');
    socket.write(
      `POST /labels/import HTTP/1.1\r\nhost: ${gateway.host}\r\ncontent-length: 1000\r\n\r\n${HEADER}`,
    );
    await eventually(kept, (files) => files.length === 1);
    socket.destroy();
    expect(await eventually(kept, (files) => files.length === 0)).toEqual([]);
    expect((await gateway.data('{ jobs { id } }')).jobs).toEqual([]);
  });

  it('go on with a file that came whole before Kindred stopped', async () => {
    const restarted = await another({
      prepare: async ({ folder }) => {
        await mkdir(join(folder, 'uploads'));
        await writeFile(join(folder, 'uploads', 'whole.jsonl'), `${HEADER}nonsense\n`);
        await writeFile(join(folder, 'uploads', 'broken.jsonl.part'), HEADER);
      },
    });
    const [{ id }] = (await restarted.data('{ jobs { id } }')).jobs;
    expect(await ended(id, restarted)).toMatchObject({ state: 'COMPLETED', imported: { refused: 1 } });
    expect(
      await eventually(
        () => kept(restarted),
        (files) => files.length === 0,
      ),
    ).toEqual([]);
  });

  it('go on with the next one when a file that was taken in cannot be removed', async () => {
    const uploads = join(gateway.ports.folder, 'uploads');
    await mkdir(uploads);
    await writeFile(join(uploads, 'said.jsonl'), HEADER);
    class Unremovable extends UploadFolder {
      override remove(): Promise<void> {
        return Promise.reject(new Error('EACCES'));
      }
    }
    const waiting = join(gateway.ports.folder, 'waiting.sqlite');
    const exchange = new LabelExchange(gateway.ports, new Unremovable(uploads, 1000), waiting);
    await exchange.start();
    const { id } = await exchange.readNames();
    expect(await ended(id)).toMatchObject({ state: 'COMPLETED' });
    await exchange.stop();
  });

  it('stop when the job is cancelled, and the next one begins', async () => {
    const { writeSidecars, readNames } = await gateway.data(
      'mutation { writeSidecars { id } readNames { id } }',
    );
    await changeJob(gateway.ports, readNames.id, { state: 'cancelled' });
    expect(await ended(readNames.id)).toMatchObject({ state: 'CANCELLED', namesRead: null });
    expect(await ended(writeSidecars.id)).toMatchObject({ state: 'COMPLETED', sidecars: { written: 0 } });
    const { readNames: another } = await gateway.data('mutation { readNames { id } }');
    expect(await ended(another.id)).toMatchObject({ state: 'COMPLETED', namesRead: { labeled: 0 } });
  });

  it('are written beside photos, and read again from there', async () => {
    const bytes = await sharp({ create: { width: 64, height: 64, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    const photo = await gateway.photo('a.jpg', { bytes, width: 64, height: 64 });
    const face = await gateway.face(1, { photo: photo.id });
    await gateway.label(await gateway.named('Ann'), face);
    const { writeSidecars } = await gateway.data('mutation { writeSidecars { id } }');
    expect(await ended(writeSidecars.id)).toMatchObject({
      kind: 'SIDECARS',
      total: 1,
      done: 1,
      sidecars: { written: 1, unchanged: 0, failed: 0, failures: [] },
    });
    expect(await readdir(join(gateway.ports.folder, 'photos'))).toEqual(['a.jpg', 'a.jpg.xmp']);
    await gateway.ports.faces.remove([face]);
    await gateway.face(2, { photo: photo.id });
    const { readNames } = await gateway.data('mutation { readNames { id } }');
    expect(await ended(readNames.id)).toMatchObject({ kind: 'NAMES', namesRead: { photos: 1, labeled: 1 } });
  });
});
