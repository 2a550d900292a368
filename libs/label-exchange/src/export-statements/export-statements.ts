import {
  type Decision,
  type FaceId,
  type LoggedDecision,
  pagesOf,
  type PersonId,
  type PersonWithCounts,
} from '@kindred/domain';
import type {
  CoverStatement,
  DecisionStatement,
  FacePlace,
  PersonStatement,
  PhotoStatement,
  Statement,
} from '../statements/statement';
import type { Ports } from '@kindred/platform';

export type ExportPorts = Pick<Ports, 'photos' | 'faces' | 'people' | 'labels' | 'questions'>;

const BATCH = 500;

/**
 * Everything that humans said about a library: people, the photos that were spoken of, decisions in the order in which
 * they were made, people who are different, covers. People go by the ids they have after all merges. A batch is in
 * memory at a time; what is said meanwhile may be left out.
 */
export async function* exportStatements(ports: ExportPorts): AsyncGenerator<Statement> {
  for await (const people of namedPeople(ports)) yield* people.map(personStatement);
  yield* photosSpokenOf(ports);
  yield* decisions(ports);
  for (const [one, other] of await ports.questions.different()) yield { kind: 'different', one, other };
  for await (const people of namedPeople(ports)) yield* await coversOf(ports, people);
}

function namedPeople({ people }: ExportPorts): AsyncGenerator<readonly PersonWithCounts[]> {
  return pagesOf((request) => people.list({ kind: 'named', sort: 'NAME', ...request }), BATCH);
}

function personStatement(person: PersonWithCounts): PersonStatement {
  const { id, identity, createdAt, aliases, birthDate, hidden } = person;
  return {
    kind: 'person',
    id,
    name: identity.kind === 'named' ? identity.name : '',
    createdAt,
    ...(aliases.length > 0 && { aliases }),
    ...(birthDate !== null && { birthDate }),
    ...(hidden && { hidden }),
  };
}

async function* photosSpokenOf({ photos, labels }: ExportPorts): AsyncGenerator<PhotoStatement> {
  for await (const page of pagesOf((request) => photos.list(request), BATCH)) {
    for (const { id } of page) {
      if ((await labels.ofPhoto(id)).length === 0) continue;
      yield { kind: 'photo', id, sources: (await photos.sourcesOf(id)).map(({ path }) => path) };
    }
  }
}

async function* decisions(ports: ExportPorts): AsyncGenerator<DecisionStatement> {
  for (let after = 0; ;) {
    const batch = await ports.labels.after(after, BATCH);
    const last = batch.at(-1);
    if (last === undefined) return;
    const mentioned = batch.flatMap((decision) => ('person' in decision ? [decision.person] : []));
    const resolved = await ports.people.resolve([...new Set(mentioned)]);
    const boxes = await boxesOf(ports, batch);
    for (const decision of batch) yield decisionStatement(decision, boxes, resolved);
    after = last.sequence;
  }
}

function decisionStatement(
  decision: Decision,
  boxes: ReadonlyMap<FaceId, FacePlace['box']>,
  resolved: ReadonlyMap<PersonId, PersonId>,
): DecisionStatement {
  const { id, kind: says, face, photo, actor, at } = decision;
  const box = decision.kind === 'delete' ? decision.box : (boxes.get(face) ?? null);
  const common = { kind: 'decision', id, says, face, photo, box, actor, at } as const;
  if (!('person' in decision)) return common;
  return { ...common, person: resolved.get(decision.person) ?? decision.person };
}

/** Where the faces are, or were when they were deleted. */
async function boxesOf(
  { faces, labels }: ExportPorts,
  decisions: readonly LoggedDecision[],
): Promise<Map<FaceId, FacePlace['box']>> {
  const ids = [...new Set(decisions.map(({ face }) => face))];
  const boxes = new Map<FaceId, FacePlace['box']>();
  for (const { id, box } of await faces.getMany(ids)) boxes.set(id, box);
  const gone = await labels.ofFaces(ids.filter((id) => !boxes.has(id)));
  for (const [id, said] of gone) {
    const deletion = said.findLast((decision) => decision.kind === 'delete');
    if (deletion !== undefined) boxes.set(id, deletion.box);
  }
  return boxes;
}

async function coversOf(
  { faces }: ExportPorts,
  people: readonly PersonWithCounts[],
): Promise<CoverStatement[]> {
  const covers = people.flatMap(({ cover }) => (cover === null ? [] : [cover]));
  const found = new Map((await faces.getMany(covers)).map((face) => [face.id, face]));
  return people.flatMap(({ id, cover }) => {
    const face = cover === null ? undefined : found.get(cover);
    if (face === undefined) return [];
    return [{ kind: 'cover', person: id, face: face.id, photo: face.photo, box: face.box } as const];
  });
}
