import { randomUUID } from 'node:crypto';
import {
  type Box,
  type Decision,
  type HumanView,
  humanViewOf,
  type LoggedDecision,
  type PersonId,
  type ResolvePerson,
} from '@kindred/domain';

/**
 * What to say besides, so that the log, in which what was said elsewhere comes last, ends as if everything had been
 * said in the order of its time: a label that was corrected here later is not undone by an older one from elsewhere.
 * Either list keeps its order, whatever its clock did. All decisions are about one face.
 */
export function saidInTime(
  here: readonly LoggedDecision[],
  fromElsewhere: readonly Decision[],
  resolve: ResolvePerson,
): Decision[] {
  const all: readonly Decision[] = [...here, ...fromElsewhere];
  const inTime = [...timed(here), ...timed(fromElsewhere)]
    .toSorted((one, other) => one.time - other.time)
    .map(({ decision }) => decision);
  const last = inTime.at(-1);
  if (last === undefined) return [];
  const { face, photo, actor, at } = last;
  const corrections: Decision[] = [];
  const viewNow = () => viewOf([...all, ...corrections], resolve);
  const say = (what: Saying) =>
    corrections.push({ id: randomUUID(), face, photo, actor, at, ...what } as Decision);

  const wanted = viewOf(inTime, resolve);
  for (const person of viewNow().rejected) if (!wanted.rejected.has(person)) say({ kind: 'assign', person });
  for (const person of wanted.rejected) if (!viewNow().rejected.has(person)) say({ kind: 'reject', person });
  if (!isAlike(wanted, viewNow())) {
    if (viewNow().deletedAt !== null) say({ kind: 'restore' });
    if (viewNow().ignored) say({ kind: 'unignore' });
    const label = wanted.formerly ?? wanted.assigned;
    if (label === null && viewNow().assigned !== null) say({ kind: 'unassign' });
    if (label !== null && viewNow().assigned !== label) say({ kind: 'assign', person: label });
    if (wanted.ignored) say({ kind: 'ignore' });
    if (wanted.deletedAt !== null) say({ kind: 'delete', box: boxOf(inTime) });
    if (wanted.assigned !== null && viewNow().assigned === null)
      say({ kind: 'assign', person: wanted.assigned });
  }
  return corrections;
}

/** Whether two views say the same of who the face is and whether it is to be seen. */
const isAlike = (one: HumanView, other: HumanView): boolean =>
  one.assigned === other.assigned &&
  one.formerly === other.formerly &&
  one.ignored === other.ignored &&
  (one.deletedAt === null) === (other.deletedAt === null);

/** Where the face was when it was last deleted. */
function boxOf(decisions: readonly Decision[]): Box {
  return decisions.flatMap((decision) => (decision.kind === 'delete' ? [decision.box] : [])).at(-1)!;
}

/** When each was said at the earliest: not before the one before it. */
function timed(decisions: readonly Decision[]): { readonly decision: Decision; readonly time: number }[] {
  let latest = -Infinity;
  return decisions.map((decision) => {
    latest = Math.max(latest, Date.parse(decision.at));
    return { decision, time: latest };
  });
}

type Saying =
  | { readonly kind: 'assign' | 'reject'; readonly person: PersonId }
  | { readonly kind: 'delete'; readonly box: Box }
  | { readonly kind: 'unassign' | 'restore' | 'ignore' | 'unignore' };

/** What these decisions about one face add up to, in the order in which they are given. */
export const viewOf = (decisions: readonly Decision[], resolve: ResolvePerson): HumanView =>
  humanViewOf(
    decisions.map((decision, index) => ({ ...decision, sequence: index + 1 })),
    resolve,
  );
