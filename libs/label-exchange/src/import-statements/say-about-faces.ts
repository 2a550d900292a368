import { randomUUID } from 'node:crypto';
import {
  type Decision,
  type FaceId,
  type PersonId,
  type PhotoId,
  recordDecisions,
  type ResolvePerson,
} from '@kindred/domain';
import type { DecisionStatement } from '../statements/statement';
import type { Ports } from '@kindred/platform';
import { conflictOf } from './conflict';
import { recogniseFaces } from './recognise-faces';
import { saidInTime } from './said-in-time';

export type SayingPorts = Pick<Ports, 'faces' | 'people' | 'labels' | 'bus'>;

/** A decision from elsewhere, about a person of this library when it is about one. */
export type ForeignDecision = Omit<DecisionStatement, 'person'> & { readonly person?: PersonId };

/** What became of decisions from elsewhere. */
export interface Said<T extends ForeignDecision> {
  readonly said: readonly T[];
  /** Those that were in the log already. */
  readonly known: readonly T[];
  /** Those about faces that are not found here. */
  readonly waiting: readonly T[];
  /** Faces of which something else had been said here, by what became of that. */
  readonly conflicts: { readonly changed: number; readonly kept: number };
}

/**
 * Says here what was said elsewhere: about the same faces, under the same ids, so that saying it again changes
 * nothing, and with what was said later, here or there, as the last word.
 */
export async function sayAboutFaces<T extends ForeignDecision>(
  ports: SayingPorts,
  decisions: readonly T[],
): Promise<Said<T>> {
  const said: T[] = [];
  const known: T[] = [];
  const waiting: T[] = [];
  const conflicts = { changed: 0, kept: 0 };
  const added: Decision[] = [];
  for (const [photo, about] of byPhoto(decisions)) {
    const [present, log] = [await ports.faces.ofPhoto(photo), await ports.labels.ofPhoto(photo)];
    const logged = new Set(log.map(({ id }) => id));
    const recognised = recogniseFaces(about, present, log);
    const fresh: Decision[] = [];
    for (const decision of about) {
      const face = recognised.get(decision.face);
      if (logged.has(decision.id)) known.push(decision);
      else if (face === undefined) waiting.push(decision);
      else {
        logged.add(decision.id);
        fresh.push(decisionOf(decision, face));
        said.push(decision);
      }
    }
    const resolve = await resolver(ports, [...log, ...fresh]);
    for (const face of new Set(fresh.map((decision) => decision.face))) {
      const ofFace = (one: Decision) => one.face === face;
      const [here, fromElsewhere] = [log.filter(ofFace), fresh.filter(ofFace)];
      const corrections = saidInTime(here, fromElsewhere, resolve);
      added.push(...fromElsewhere, ...corrections);
      const conflict = conflictOf({ here, fromElsewhere, corrections }, resolve);
      if (conflict !== null) conflicts[conflict] += 1;
    }
  }
  await recordDecisions(ports, added);
  await announce(ports, added);
  return { said, known, waiting, conflicts };
}

function byPhoto<T extends ForeignDecision>(decisions: readonly T[]): Map<PhotoId, T[]> {
  const photos = new Map<PhotoId, T[]>();
  for (const decision of decisions) {
    const same = photos.get(decision.photo);
    if (same === undefined) photos.set(decision.photo, [decision]);
    else same.push(decision);
  }
  return photos;
}

function decisionOf({ id, says, photo, box, person, actor, at }: ForeignDecision, face: FaceId): Decision {
  const common = { id, face, photo, actor, at };
  switch (says) {
    case 'assign':
    case 'reject':
      return { ...common, kind: says, person: person! };
    case 'delete':
      return { ...common, kind: says, box: box! };
    default:
      return { ...common, kind: says };
  }
}

async function resolver({ people }: SayingPorts, decisions: readonly Decision[]): Promise<ResolvePerson> {
  const mentioned = decisions.flatMap((decision) => ('person' in decision ? [decision.person] : []));
  const resolved = await people.resolve([...new Set(mentioned)]);
  return (id) => resolved.get(id) ?? id;
}

async function announce({ bus, faces: store }: SayingPorts, decisions: readonly Decision[]): Promise<void> {
  if (decisions.length === 0) return;
  const people = decisions.flatMap((decision) => ('person' in decision ? [decision.person] : []));
  const faces = [...new Set(decisions.map(({ face }) => face))];
  await bus.publish('faces.labeled', { id: randomUUID(), data: { faces, people: [...new Set(people)] } });
  const deleted = (await store.deletedAmong(faces)).map(({ id }) => id);
  if (deleted.length > 0) await bus.publish('faces.deleted', { id: randomUUID(), data: { faces: deleted } });
}
