import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Products } from '@kindred/similarity';
import { StoredIndex } from './stored-index';
import type { Change } from './thread/messages';

/** More than are read at once. */
const FACES = 5000;
const PACK = 'small';

describe('StoredIndex while it still reads its vectors into memory', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kindred-vectors-'));
    file = join(folder, 'vectors.db');
    const index = StoredIndex.over(file, slowProducts);
    index.write([upsert(Array.from({ length: FACES }, (_, number) => number))]);
    await index.close();
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('takes changes to what it has read and to what it has not', async () => {
    const index = StoredIndex.over(file, slowProducts);
    expect(index.readOn()).toBe(true);
    const deleted = [3, 4, FACES - 1, FACES];
    index.write([
      { kind: 'delete', pack: PACK, faces: [3, FACES - 1].map(faceNumber) },
      { kind: 'deleteEverywhere', faces: [4, FACES].map(faceNumber) },
      upsert([5, FACES - 5], Math.PI),
      upsert([FACES + 1, FACES + 2]),
    ]);
    const numbers = Array.from({ length: FACES + 3 }, (_, number) => number);
    const turned = new Set([5, FACES - 5]);
    const here = numbers.filter((number) => !deleted.includes(number));
    expect(index.count(PACK)).toBe(here.length);
    for (const number of [3, 5, 7, FACES - 5, FACES - 1, FACES + 1]) {
      const values = vectorNumber(number, turned.has(number) ? Math.PI : 0);
      const { faces, counts } = await index.neighbours({
        pack: PACK,
        queries: { dimension: 2, values },
        count: 1,
        minimumSimilarity: 0.999999,
        among: [faceNumber(number)],
      });
      expect(counts[0]).toBe(deleted.includes(number) ? 0 : 1);
      expect(faces).toEqual(deleted.includes(number) ? [] : [faceNumber(number)]);
    }
    expect(index.readOn()).toBe(false);
    await index.close();
  });
});

function faceNumber(number: number): string {
  return `face-${String(number).padStart(5, '0')}`;
}

function vectorNumber(number: number, turn: number): Float32Array {
  return Float32Array.of(Math.cos(number + turn), Math.sin(number + turn));
}

function upsert(numbers: readonly number[], turn = 0): Change {
  const values = Float32Array.from(numbers.flatMap((number) => [...vectorNumber(number, turn)]));
  return { kind: 'upsert', pack: PACK, faces: numbers.map(faceNumber), vectors: { dimension: 2, values } };
}

const slowProducts = {
  async of(queries: Float32Array, rows: Float32Array, dimension: number) {
    const products: number[] = [];
    for (let query = 0; query < queries.length; query += dimension) {
      for (let row = 0; row < rows.length; row += dimension) {
        let sum = 0;
        for (let index = 0; index < dimension; index++) sum += queries[query + index]! * rows[row + index]!;
        products.push(sum);
      }
    }
    return Float32Array.from(products);
  },
  close: async () => undefined,
} as Partial<Products> as Products;
