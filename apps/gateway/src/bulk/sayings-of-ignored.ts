import type { FaceOutline, Failure } from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import { takingBack } from '../labeling/say-again';
import type { Refusal, Saying } from './bulk-statements';

const BATCH = 500;
const NOT_IGNORED: Failure = { code: 'CONFLICT', message: 'These faces are not ignored.' };

/** What is to be said so that faces are no longer ignored and are who they were, and of how many nothing can be. */
export async function sayingsOfIgnored(
  ports: Pick<Ports, 'labels' | 'people'>,
  faces: readonly FaceOutline[],
): Promise<{ sayings: Saying[]; refusals: Refusal[] }> {
  const ignored = faces.filter(({ standing }) => standing.state === 'ignored');
  const sayings: Saying[] = [];
  for (let start = 0; start < ignored.length; start += BATCH) {
    const batch = ignored.slice(start, start + BATCH);
    const statements = await takingBack(ports, 'ignored', batch);
    for (const { id, photo } of batch) sayings.push({ face: id, photo, statements: statements.get(id)! });
  }
  const faceCount = faces.length - ignored.length;
  return { sayings, refusals: faceCount === 0 ? [] : [{ failure: NOT_IGNORED, faceCount }] };
}
