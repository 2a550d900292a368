import { ExitGate, Products } from '@kindred/similarity';
import { Random } from '../libraries/random';
import { type Neighbours, recallsOf } from './recall';

const DIMENSION = 8;
const FACES = 60;
const WIDTH = 5;
const NONE = 0xffff_ffff;

/** Random directions. */
function someVectors(): Float32Array {
  const random = new Random(1, 1);
  const vectors = Float32Array.from({ length: FACES * DIMENSION }, () => random.next() - 0.4);
  for (let start = 0; start < vectors.length; start += DIMENSION) {
    const vector = vectors.subarray(start, start + DIMENSION);
    const length = Math.hypot(...vector);
    for (const axis of vector.keys()) vector[axis]! /= length;
  }
  return vectors;
}

function similarity(vectors: Float32Array, one: number, other: number): number {
  let product = 0;
  for (let axis = 0; axis < DIMENSION; axis += 1)
    product += vectors[one * DIMENSION + axis]! * vectors[other * DIMENSION + axis]!;
  return product;
}

/** The nearest of every face by comparing all pairs. */
function nearestOf(vectors: Float32Array, keeps: (place: number) => boolean): Neighbours {
  const neighbours = new Uint32Array(FACES * WIDTH).fill(NONE);
  for (let face = 0; face < FACES; face += 1) {
    const others = Array.from({ length: FACES }, (_, other) => other).filter((other) => other !== face);
    others.sort((one, other) => similarity(vectors, face, other) - similarity(vectors, face, one));
    for (const [place, other] of others.slice(0, WIDTH).entries())
      if (keeps(place)) neighbours[face * WIDTH + place] = other;
  }
  return { width: WIDTH, neighbours };
}

describe('recall of a neighbour graph', () => {
  let products: Products;
  beforeAll(async () => (products = await Products.open(1, new ExitGate())));
  afterAll(() => products.close());
  const vectors = someVectors();
  const recallOf = async (graph: Neighbours, least: number, sampled = FACES) =>
    (await recallsOf(products, vectors, DIMENSION, graph, { sampled, leasts: [least] }))[0]!;

  it('is 1 for the true neighbours, of all faces or some', async () => {
    const graph = nearestOf(vectors, () => true);
    expect(await recallOf(graph, -1)).toEqual({ least: -1, neighbours: FACES * WIDTH, recall: 1 });
    expect(await recallOf(graph, -1, 7)).toEqual({ least: -1, neighbours: 7 * WIDTH, recall: 1 });
  });

  it('is the share that is known', async () => {
    const graph = nearestOf(vectors, (place) => place < 2);
    expect((await recallOf(graph, -1)).recall).toBeCloseTo(2 / WIDTH);
  });

  it('counts neighbours that are similar enough', async () => {
    const graph = nearestOf(vectors, () => true);
    let similar = 0;
    for (let place = 0; place < graph.neighbours.length; place += 1) {
      if (similarity(vectors, Math.floor(place / WIDTH), graph.neighbours[place]!) >= 0.8) similar += 1;
    }
    expect(similar).toBeGreaterThan(0);
    expect(similar).toBeLessThan(FACES * WIDTH);
    expect(await recallOf(graph, 0.8)).toEqual({ least: 0.8, neighbours: similar, recall: 1 });
  });
});
