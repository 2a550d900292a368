import type { Failure, LoggedDecision } from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import { restatementsOf, type SaidAt } from '../labeling/say-again';
import type { Refusal, Saying } from './bulk-statements';

const PAGE = 500;
const GONE: Failure = {
  code: 'NOT_FOUND',
  message: 'These faces are gone.',
  hint: 'A rescan finds deleted faces again.',
};

/** What is to be said so that all that was said before an action holds again, and of how many faces nothing can be. */
export async function sayingsBefore(
  ports: Ports,
  action: string,
): Promise<{ sayings: Saying[]; refusals: Refusal[] }> {
  const sayings: Saying[] = [];
  const refused = new Map<string, { failure: Failure; faceCount: number }>();
  const refuse = (failure: Failure) => {
    const known = refused.get(failure.message) ?? { failure, faceCount: 0 };
    refused.set(failure.message, { failure, faceCount: known.faceCount + 1 });
  };
  for await (const wanted of placesOf(ports, action)) {
    const ids = wanted.map(({ faceId }) => faceId);
    const faces = [...(await ports.faces.getMany(ids)), ...(await ports.faces.deletedAmong(ids))];
    const present = new Map(faces.map((face) => [face.id, face]));
    const restatements = await restatementsOf(ports, wanted, faces);
    for (const { faceId } of wanted) {
      const [face, restatement] = [present.get(faceId), restatements.get(faceId)];
      if (face === undefined || restatement === undefined) refuse(GONE);
      else if (restatement.failure !== null) refuse(restatement.failure);
      else if (restatement.statements.length > 0)
        sayings.push({ face: faceId, photo: face.photo, statements: restatement.statements });
    }
  }
  return { sayings, refusals: [...refused.values()] };
}

/** For each face of an action the place of its last word in it, and of the last one before it. */
async function* placesOf({ labels }: Ports, action: string) {
  const seen = new Set<string>();
  let batch: readonly LoggedDecision[] = [];
  do {
    batch = await labels.ofAction(action, batch.at(-1)?.sequence ?? 0, PAGE);
    const faces = [...new Set(batch.map(({ face }) => face))].filter((face) => !seen.has(face));
    for (const face of faces) seen.add(face);
    const log = await labels.ofFaces(faces);
    yield [...log].map(([faceId, decisions]) => {
      const own = decisions.filter((decision) => decision.action === action);
      const before = decisions.filter(({ sequence }) => sequence < own[0]!.sequence);
      return { faceId, now: own.at(-1)!.sequence, asAt: before.at(-1)?.sequence ?? 0 } satisfies SaidAt;
    });
  } while (batch.length === PAGE);
}
