import { ExitGate, Products } from '@kindred/similarity';
import { findNeighbours } from './find-neighbours';
import { NearLists } from './near-lists';
import { PackVectors, type RowSelection } from './pack-vectors';

const DIMENSION = 64;
const PEOPLE = 400;
const FACES = 6000;
/** Of one person's photos. */
const LIKENESS = 0.7;

jest.setTimeout(60_000);

describe('lists of near rows', () => {
  let products: Products;
  beforeAll(async () => (products = await Products.open(1, new ExitGate())));
  afterAll(() => products.close());

  let vectors: PackVectors;
  let lists: NearLists;
  beforeEach(() => {
    vectors = new PackVectors(DIMENSION);
    for (let face = 0; face < FACES; face += 1) vectors.set(nameOf(face), vectorOf(face));
    lists = new NearLists(vectors, 1000);
  });

  const file = async () => {
    while (await lists.fileSome(products));
  };
  const nearest = async (selection: RowSelection, query: Float32Array, count: number) => {
    const search = { dimension: DIMENSION, queries: query, count, minimumSimilarity: 0.3 };
    return (await findNeighbours(products, selection, search))[0]!.map(({ face }) => face);
  };
  const found = async (query: Float32Array, count: number) =>
    nearest((await lists.near(products, query, count))!, query, count);

  it('hold nearly all of the nearest rows in a small part of the pack', async () => {
    await lists.start(products);
    await file();
    let [all, met, compared] = [0, 0, 0];
    for (let face = 0; face < FACES; face += 97) {
      const query = vectorOf(face);
      const near = (await lists.near(products, query, 10))!;
      compared += [...near.blocks()].reduce((sum, block) => sum + block.length / DIMENSION, 0);
      const known = new Set(await nearest(near, query, 10));
      for (const name of await nearest(vectors.all(), query, 10)) {
        all += 1;
        if (known.has(name)) met += 1;
      }
    }
    expect(met / all).toBeGreaterThan(0.97);
    expect(compared / Math.ceil(FACES / 97)).toBeLessThan(FACES / 3);
  });

  it('are not asked while most rows still wait, and wanted only by packs that are large or have grown', async () => {
    expect(lists.wanted).toBe(true);
    expect(new NearLists(vectors, FACES).wanted).toBe(false);
    expect(await lists.near(products, vectorOf(1), 10)).toBeNull();
    await lists.start(products);
    expect(await lists.near(products, vectorOf(1), 10)).toBeNull();
    await file();
    expect(await lists.near(products, vectorOf(1), 10)).not.toBeNull();
    expect(lists.wanted).toBe(false);
    for (let face = FACES; face < 2 * FACES; face += 1) vectors.set(nameOf(face), vectorOf(face));
    expect(lists.wanted).toBe(true);
  });

  it('never miss a row that was just written or changed, nor find one that is gone', async () => {
    await lists.start(products);
    await file();
    const [added, changed, gone, last] = [nameOf(FACES), nameOf(5), nameOf(17), nameOf(FACES - 1)];
    vectors.set(added, vectorOf(FACES));
    vectors.set(changed, opposite(vectorOf(5)));
    vectors.delete(gone);
    for (const filed of [false, true]) {
      if (filed) await file();
      expect((await found(vectorOf(FACES), 1))[0]).toBe(added);
      expect((await found(opposite(vectorOf(5)), 1))[0]).toBe(changed);
      expect(await found(vectorOf(17), 1000)).not.toContain(gone);
      expect((await found(vectorOf(FACES - 1), 1))[0]).toBe(last);
    }
  });

  it('give as many answers as are wanted where there are as many', async () => {
    await lists.start(products);
    await file();
    const search = { dimension: DIMENSION, queries: vectorOf(3), count: 1000, minimumSimilarity: -1 };
    const near = (await lists.near(products, vectorOf(3), 1000))!;
    expect((await findNeighbours(products, near, search))[0]).toHaveLength(1000);
  });

  it('find their centres while rows come and go', async () => {
    let turns = 0;
    await lists.start({
      of: async (...given) => {
        turns += 1;
        vectors.delete(nameOf(turns));
        vectors.set(nameOf(FACES + turns), vectorOf(FACES + turns));
        return (await products.of(...given)).slice();
      },
    });
    await file();
    expect(turns).toBeGreaterThan(1);
    for (let turn = 1; turn <= turns; turn += 1) {
      expect((await found(vectorOf(FACES + turn), 1))[0]).toBe(nameOf(FACES + turn));
      expect(await found(vectorOf(turn), 1000)).not.toContain(nameOf(turn));
    }
  });
});

const nameOf = (face: number) => `face-${String(face).padStart(6, '0')}`;
const opposite = (vector: Float32Array) => vector.map((value) => -value);

/** Somebody's face: how the person looks, and how this photo differs. */
function vectorOf(face: number): Float32Array {
  const person = Math.floor((face * face) % PEOPLE);
  const look = directionOf(person + 1);
  const photo = directionOf(face + 10_000);
  const rest = Math.sqrt(1 - LIKENESS);
  return look.map((value, axis) => Math.sqrt(LIKENESS) * value + rest * photo[axis]!);
}

function directionOf(seed: number): Float32Array {
  let state = Math.imul(seed, 0x9e3779b1);
  const values = Float32Array.from({ length: DIMENSION }, () => {
    state = Math.imul(state ^ (state >>> 15), 0x85ebca6b) + 0x6d2b79f5;
    return ((state ^ (state >>> 13)) >>> 0) / 4_294_967_296 - 0.5;
  });
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}
