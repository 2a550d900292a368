import { Readable } from 'node:stream';
import { KindredError } from '@kindred/domain';
import { aPackName, aUnitVector, aUnitVectorNear } from '@kindred/testing';
import { type Answer, TestGateway } from '../testing/test-gateway';
import { vectorFromText, vectorToText } from './similar-faces.use-case';

const SIMILAR = `query ($vector: String!, $first: Int) { similarFaces(vector: $vector, first: $first) {
  similarity confidence face { id state person { name } } } }`;
const PICTURE = Buffer.from('a picture of two');
const IMAGE = { 'content-type': 'image/jpeg' };
const [LEFT, RIGHT] = [0.1, 0.6].map((x) => ({ x, y: 0.2, width: 0.2, height: 0.4 }));

const json = ({ body }: Answer) => JSON.parse(body.toString());

describe('searching by a face', () => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await TestGateway.open({ largestFileBytes: 1000 });
    gateway.analysis.sees(PICTURE, [
      { box: LEFT!, look: 1 },
      { box: RIGHT!, look: 2 },
    ]);
  });
  afterEach(() => gateway.close());

  const post = (body: Buffer | string, headers: Record<string, string> = IMAGE) =>
    gateway.send('/search/face', { method: 'POST', headers, body });
  const similar = async (vector: string, first = 10) =>
    (await gateway.data(SIMILAR, { vector, first })).similarFaces;
  const codeOf = async (variables: object) =>
    (await gateway.ask(SIMILAR, { ...variables })).errors?.[0]?.extensions['code'];

  it('finds the faces of a picture, each with its place, and keeps nothing', async () => {
    const answer = await post(PICTURE);
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(json(answer)).toMatchObject({ width: 1600, height: 1200, faces: [{ box: LEFT }, { box: RIGHT }] });
    expect(await gateway.ports.photos.counts()).toEqual({ pending: 0, scanned: 0, failed: 0 });
    expect(await gateway.ports.vectors.count(aPackName())).toBe(0);
    const kept: string[] = [];
    for await (const { key } of gateway.ports.objects.list('')) kept.push(key);
    expect(kept).toEqual([]);
  });

  it('answers for one of them with the faces that look like it, most similar first, and who they are', async () => {
    const [one, other] = await gateway.faces(1, 3);
    const between = await gateway.face(4);
    await gateway.ports.vectors.upsert(aPackName(), [
      { face: between, vector: aUnitVectorNear(aUnitVector(1), 0.5, 9) },
    ]);
    await gateway.label(await gateway.named('Ada'), one!);
    const [{ vector }] = json(await post(PICTURE)).faces;
    const found = await similar(vector);
    expect(found.map(({ face }: { face: { id: string } }) => face.id)).toEqual([one, between, other]);
    expect(found[0]).toMatchObject({ face: { state: 'LABELED', person: { name: 'Ada' } } });
    expect(found[0].similarity).toBeCloseTo(1, 5);
    expect(found[1].similarity).toBeCloseTo(0.5, 5);
    expect(found[1].confidence).toBeCloseTo(0.75, 5);
    expect(await similar(vector, 1)).toHaveLength(1);
  });

  it('leaves out faces that are gone, and finds nothing in an empty library', async () => {
    const vector = vectorToText(aUnitVector(1));
    expect(await similar(vector)).toEqual([]);
    const [face] = await gateway.faces(1);
    await gateway.ports.faces.remove([face!]);
    expect(await similar(vector)).toEqual([]);
  });

  it.each([
    ['nothing', '', 422, 'FILE_EMPTY'],
    ['what is no picture', 'Dear diary', 422, 'FILE_NOT_AN_IMAGE'],
    ['too much, as it says itself', Buffer.alloc(1001), 413, 'FILE_TOO_LARGE'],
  ])('refuses %s with a hint', async (_, body, status, code) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(json(answer).error).toMatchObject({ code, hint: expect.any(String) });
  });

  it('stops reading a body that never ends, and says why', async () => {
    const answer = await fetch(`http://${gateway.host}/search/face`, {
      method: 'POST',
      headers: IMAGE,
      duplex: 'half',
      body: Readable.toWeb(Readable.from(endless())) as never,
    } as RequestInit);
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ error: { code: 'FILE_TOO_LARGE' } });
  });

  it('says in words that it cannot look, without details', async () => {
    gateway.analysis.refusal = new KindredError('INTERNAL', 'a secret');
    const answer = await post(PICTURE);
    expect(answer.status).toBe(500);
    expect(answer.body.toString()).not.toContain('secret');
  });

  it('refuses what is no vector, and one of another model pack', async () => {
    await gateway.faces(1);
    for (const vector of ['', 'AAAA', 'no vector!', vectorToText(Float32Array.of(NaN))]) {
      expect(await codeOf({ vector })).toBe('ARGUMENT_INVALID');
    }
    expect(await codeOf({ vector: vectorToText(aUnitVector(1, 32)) })).toBe('VECTOR_INVALID');
    expect(await codeOf({ vector: vectorToText(aUnitVector(1)), first: 501 })).toBe('ARGUMENT_INVALID');
  });

  it('gives a vector back as it was', () => {
    const vector = aUnitVector(7);
    expect(vectorFromText(vectorToText(vector))).toEqual(vector);
  });
});

describe('searching by a face from elsewhere', () => {
  it('needs the token', async () => {
    const gateway = await TestGateway.open({ host: '0.0.0.0' });
    try {
      gateway.analysis.sees(PICTURE, []);
      const answer = await gateway.send('/search/face', { method: 'POST', headers: IMAGE, body: PICTURE });
      expect(answer.status).toBe(401);
      expect(gateway.analysis.calls).toBe(0);
    } finally {
      await gateway.close();
    }
  });
});

async function* endless(): AsyncGenerator<Buffer> {
  for (;;) yield Buffer.alloc(400);
}
