import type { FaceId, PersonId } from '../identity/ids';
import type { FaceStore } from '../ports/face-store';
import type { LabelLog } from '../ports/label-log';
import type { PersonStore } from '../ports/person-store';
import type { Decision } from './decision';
import { type HumanView, humanViewOf, NOTHING_SAID } from './human-view';

/** So many faces are read and shown at once, however many something was said of. */
const BATCH = 500;

/** The stores that decisions live in and show in. */
export interface LabelingStores {
  readonly labels: LabelLog;
  readonly faces: FaceStore;
  readonly people: PersonStore;
}

/**
 * Makes decisions durable, then shows them on the faces. A crash in between loses nothing: the log is the truth and
 * `catchUpProjection` shows the rest at the next start.
 */
export async function recordDecisions(stores: LabelingStores, decisions: readonly Decision[]): Promise<void> {
  if (decisions.length === 0) return;
  await stores.labels.append(decisions);
  await projectFaces(stores, [...new Set(decisions.map(({ face }) => face))]);
}

/** Shows on these faces what the log says of them. */
export async function projectFaces(stores: LabelingStores, faces: readonly FaceId[]): Promise<void> {
  for (let start = 0; start < faces.length; start += BATCH)
    await stores.faces.project(await viewsOf(stores, faces.slice(start, start + BATCH)));
}

/** Faces that humans ever said are, or are not, one of these people or somebody who became one of them. */
export async function facesSpokenOf(
  { labels, people }: Pick<LabelingStores, 'labels' | 'people'>,
  persons: readonly PersonId[],
): Promise<readonly FaceId[]> {
  return labels.facesMentioning(await people.everybodyIn(persons));
}

/** What humans say about each of these faces, with people resolved through merges. */
export async function viewsOf(
  stores: Pick<LabelingStores, 'labels' | 'people'>,
  faces: readonly FaceId[],
): Promise<Map<FaceId, HumanView>> {
  const log = await stores.labels.ofFaces(faces);
  const mentioned = new Set(
    [...log.values()].flat().flatMap((entry) => ('person' in entry ? [entry.person] : [])),
  );
  const resolved = await stores.people.resolve([...mentioned]);
  return new Map(
    faces.map((face) => {
      const decisions = log.get(face);
      return [
        face,
        decisions === undefined ? NOTHING_SAID : humanViewOf(decisions, (id) => resolved.get(id) ?? id),
      ];
    }),
  );
}

/**
 * Shows every decision that a crash may have left in the log only. May itself be cut off anywhere: what it has not
 * finished is done by the next.
 */
export async function catchUpProjection(stores: LabelingStores): Promise<void> {
  for (;;) {
    const entries = await stores.labels.after(await stores.labels.projectedUpTo(), BATCH);
    const last = entries.at(-1);
    if (last === undefined) return;
    await projectFaces(stores, [...new Set(entries.map(({ face }) => face))]);
    await stores.labels.markProjected(last.sequence);
  }
}
