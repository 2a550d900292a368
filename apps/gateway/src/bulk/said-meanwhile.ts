import type { FaceId, Failure, LabelLog, LoggedDecision } from '@kindred/domain';
import type { Refusal, Saying } from './bulk-statements';

const PAGE = 1000;
const SAID_MEANWHILE: Failure = {
  code: 'CONFLICT',
  message: 'Something else was said about these faces meanwhile.',
  hint: 'Look at them again.',
};

/** What is to be said of faces, as they were when the last decision of the label log was the one at `since`. */
interface SaidOfFaces {
  readonly since: number;
  readonly sayings: readonly Saying[];
  readonly refusals: readonly Refusal[];
}

/** The same without the faces that something was said of since: whoever said it knew them better, and it holds. */
export async function stillUnspoken<S extends SaidOfFaces>(
  labels: Pick<LabelLog, 'after'>,
  wanted: S,
): Promise<S> {
  const spoken = await facesSpokenOfAfter(labels, wanted.since);
  const sayings = wanted.sayings.filter(({ face }) => !spoken.has(face));
  const faceCount = wanted.sayings.length - sayings.length;
  if (faceCount === 0) return wanted;
  return { ...wanted, sayings, refusals: [...wanted.refusals, { failure: SAID_MEANWHILE, faceCount }] };
}

async function facesSpokenOfAfter(
  labels: Pick<LabelLog, 'after'>,
  sequence: number,
): Promise<ReadonlySet<FaceId>> {
  const faces = new Set<FaceId>();
  let page: readonly LoggedDecision[] = [];
  do {
    page = await labels.after(page.at(-1)?.sequence ?? sequence, PAGE);
    for (const { face } of page) faces.add(face);
  } while (page.length === PAGE);
  return faces;
}
