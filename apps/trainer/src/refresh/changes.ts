import type { EventOf, FaceId, PersonId } from '@kindred/domain';

export type ChangeEvent = EventOf<'faces.detected' | 'faces.labeled' | 'faces.deleted'>;

/** What happened to faces since suggestions were last looked at. */
export interface Changes {
  readonly detected: ReadonlySet<FaceId>;
  /** Faces that a human decided something about. */
  readonly decided: ReadonlySet<FaceId>;
  readonly deleted: ReadonlySet<FaceId>;
  /** People that were decided about. */
  readonly people: ReadonlySet<PersonId>;
}

/** All that these events tell, each thing once. */
export function changesOf(events: readonly ChangeEvent[]): Changes {
  const detected = new Set<FaceId>();
  const decided = new Set<FaceId>();
  const deleted = new Set<FaceId>();
  const people = new Set<PersonId>();
  for (const event of events) {
    switch (event.subject) {
      case 'faces.detected':
        for (const face of event.data.faces) detected.add(face);
        break;
      case 'faces.labeled':
        for (const face of event.data.faces) decided.add(face);
        for (const person of event.data.people) people.add(person);
        break;
      case 'faces.deleted':
        for (const face of event.data.faces) deleted.add(face);
        break;
    }
  }
  return { detected, decided, deleted, people };
}
