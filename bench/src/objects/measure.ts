import { randomBytes, randomUUID } from 'node:crypto';
import type { ObjectStore } from '@kindred/domain';
import { rounded } from '../print';

export interface Workload {
  readonly name: string;
  readonly byteLength: number;
  readonly count: number;
}

export interface Measured {
  readonly name: string;
  readonly what: 'put' | 'get' | 'head, none';
  readonly perSecond: number;
  /** Null where no bytes are moved. */
  readonly megabytesPerSecond: number | null;
  /** How long one takes while so many are under way, in milliseconds. */
  readonly p50: number;
  readonly p95: number;
}

const WARM_UP = 5;

/** Puts the objects of a workload, reads them and looks for as many that are missing; deletes them after. */
export async function measure(
  objects: ObjectStore,
  { name, byteLength, count }: Workload,
  concurrency: number,
): Promise<Measured[]> {
  const bytes = randomBytes(byteLength);
  const folder = randomUUID();
  const keys = Array.from({ length: count }, (_, number) => `${folder}/${number % 100}/${number}`);
  for (const key of keys.slice(0, WARM_UP)) await objects.put(key, bytes);
  const works: readonly [Measured['what'], (key: string) => Promise<unknown>][] = [
    ['put', (key) => objects.put(key, bytes)],
    ['get', (key) => objects.get(key)],
    ['head, none', (key) => objects.head(`${key}-none`)],
  ];
  const measured: Measured[] = [];
  for (const [what, work] of works) {
    const { seconds, times } = await timed(keys, work, concurrency);
    measured.push({
      name,
      what,
      perSecond: rounded(count / seconds, 0),
      megabytesPerSecond: what === 'head, none' ? null : rounded((count * byteLength) / 1e6 / seconds, 1),
      p50: at(times, 0.5),
      p95: at(times, 0.95),
    });
  }
  for (const key of keys) await objects.delete(key);
  return measured;
}

async function timed(keys: readonly string[], work: (key: string) => Promise<unknown>, concurrency: number) {
  const times: number[] = [];
  const left = [...keys];
  const begun = performance.now();
  const worker = async () => {
    for (let key = left.pop(); key !== undefined; key = left.pop()) {
      const start = performance.now();
      await work(key);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return { seconds: (performance.now() - begun) / 1000, times: times.sort((a, b) => a - b) };
}

function at(sorted: readonly number[], share: number): number {
  return rounded(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!, 1);
}
