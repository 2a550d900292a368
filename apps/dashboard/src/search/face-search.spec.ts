import { ApiError } from '../api/api-error';
import { aFace, fakeApi, labeledAs } from '../testing/faces';
import { FaceSearch, type Picture, type Pictures } from './face-search';
import { similarPeople } from './similar-people';

const BOX = { x: 0.1, y: 0.1, width: 0.2, height: 0.3 };
const pictureOf = (...vectors: string[]): Picture => ({
  width: 400,
  height: 300,
  faces: vectors.map((vector) => ({ box: BOX, vector })),
});
const file = (name: string) => new Blob([name]);

/** Pictures whose answers come when the test says so. */
function heldPictures() {
  const answers: { resolve: (picture: Picture) => void; reject: (error: Error) => void }[] = [];
  const released: string[] = [];
  const pictures: Pictures = {
    look: () => new Promise((resolve, reject) => answers.push({ resolve, reject })),
    urlOf: () => `blob:${answers.length}`,
    release: (url) => released.push(url),
  };
  return { pictures, answers, released };
}

describe('searching by a face', () => {
  const similar = [{ confidence: 0.9, face: labeledAs('one', 'Ada') }];

  it('searches at once by the only face of a picture', async () => {
    const { pictures, answers } = heldPictures();
    const api = fakeApi(() => ({ similarFaces: similar }));
    const search = new FaceSearch(api, pictures, () => undefined);
    const taken = search.take(file('a portrait'));
    expect(search.search).toEqual({ kind: 'looking', url: 'blob:0' });
    answers[0]!.resolve(pictureOf('v1'));
    await taken;
    expect(search.search).toMatchObject({
      kind: 'seen',
      chosen: 0,
      similar: { kind: 'found', faces: similar },
    });
    expect(api.asked).toMatchObject([{ vector: 'v1' }]);
  });

  it('waits for a choice when there are several, and when there is none', async () => {
    for (const picture of [pictureOf('v1', 'v2'), pictureOf()]) {
      const { pictures, answers } = heldPictures();
      const api = fakeApi(() => ({ similarFaces: similar }));
      const search = new FaceSearch(api, pictures, () => undefined);
      const taken = search.take(file('a picture'));
      answers[0]!.resolve(picture);
      await taken;
      expect(search.search).toMatchObject({ kind: 'seen', chosen: null, similar: null });
      expect(api.asked).toEqual([]);
      await search.choose(5);
      expect(api.asked).toEqual([]);
    }
  });

  it('shows the answer to the last choice, in whatever order answers come', async () => {
    const { pictures, answers } = heldPictures();
    const waiting: ((answer: unknown) => void)[] = [];
    const api = fakeApi(() => new Promise((resolve) => waiting.push(resolve)));
    const search = new FaceSearch(api, pictures, () => undefined);
    const taken = search.take(file('a pair'));
    answers[0]!.resolve(pictureOf('v1', 'v2'));
    await taken;
    const first = search.choose(0);
    const second = search.choose(1);
    waiting[1]!({ similarFaces: similar });
    await second;
    waiting[0]!({ similarFaces: [] });
    await first;
    expect(search.search).toMatchObject({ chosen: 1, similar: { kind: 'found', faces: similar } });
  });

  it('forgets a picture for the next one, and gives its memory back', async () => {
    const { pictures, answers, released } = heldPictures();
    const search = new FaceSearch(
      fakeApi(() => ({ similarFaces: [] })),
      pictures,
      () => undefined,
    );
    const first = search.take(file('first'));
    const second = search.take(file('second'));
    answers[1]!.resolve(pictureOf('v1', 'v2'));
    await second;
    answers[0]!.reject(new Error('late'));
    await first;
    expect(search.search).toMatchObject({ kind: 'seen', url: 'blob:1' });
    search.clear();
    expect(search.search).toEqual({ kind: 'empty' });
    expect(released).toEqual(['blob:0', 'blob:1']);
  });

  it('says why a picture could not be looked at, or the library not be searched', async () => {
    const { pictures, answers } = heldPictures();
    const refuses = fakeApi(() => {
      throw new ApiError('STORE_UNAVAILABLE', 'Not now.');
    });
    const search = new FaceSearch(refuses, pictures, () => undefined);
    const refused = search.take(file('a diary'));
    answers[0]!.reject(new ApiError('FILE_NOT_AN_IMAGE', 'This is no picture.'));
    await refused;
    expect(search.search).toMatchObject({ kind: 'failed', error: { code: 'FILE_NOT_AN_IMAGE' } });
    const taken = search.take(file('a portrait'));
    answers[1]!.resolve(pictureOf('v1'));
    await taken;
    expect(search.search).toMatchObject({
      kind: 'seen',
      similar: { kind: 'failed', error: { code: 'STORE_UNAVAILABLE' } },
    });
  });

  it('looks at the same picture again after that failed', async () => {
    const { pictures, answers } = heldPictures();
    const api = fakeApi(() => ({ similarFaces: similar }));
    const search = new FaceSearch(api, pictures, () => undefined);
    const refused = search.take(file('a portrait'));
    answers[0]!.reject(new ApiError('UNREACHABLE', 'Kindred does not answer.'));
    await refused;
    const again = search.again();
    answers[1]!.resolve(pictureOf('v1'));
    await again;
    expect(search.search).toMatchObject({ kind: 'seen', chosen: 0, similar: { kind: 'found' } });
    search.clear();
    await search.again();
    expect(search.search).toEqual({ kind: 'empty' });
  });
});

describe('the people of similar faces', () => {
  it('come with the most alike first, each with their faces, and without those who are clearly others; faces of nobody last', () => {
    const people = similarPeople([
      { confidence: 0.4, face: labeledAs('a1', 'Ada') },
      { confidence: 0.95, face: labeledAs('e1', 'Eve') },
      { confidence: 0.99, face: labeledAs('a2', 'Ada') },
      { confidence: 0.97, face: aFace('alone') },
      { confidence: 0.01, face: labeledAs('b1', 'Bob') },
    ]);
    expect(people.map(({ person, confidence }) => [person?.name ?? null, confidence])).toEqual([
      ['Ada', 0.99],
      ['Eve', 0.95],
      [null, 0.97],
    ]);
    expect(people[0]!.faces.map(({ face }) => face.id)).toEqual(['a2', 'a1']);
  });
});
