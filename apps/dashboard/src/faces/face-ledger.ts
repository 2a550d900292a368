import { type Face } from './face-criteria';

export type FacePerson = NonNullable<Face['person']>;

/** What a person at the screen just said about some faces, shown before the gateway has answered. */
export type FaceChange =
  | { kind: 'label'; person: FacePerson }
  | { kind: 'release' }
  | { kind: 'delete' }
  /** Taking something back: the faces as they were. */
  | { kind: 'return'; faces: ReadonlyMap<string, Face> };

/** What the gateway answered for one face: the face as it is now, or null when it was deleted. */
export interface SettledFace {
  id: string;
  face: Face | null;
}

/** A face before and after a change that succeeded; `after` is null when it was deleted. */
export interface Transition {
  before: Face;
  after: Face | null;
}

interface PendingChange {
  faceIds: ReadonlySet<string>;
  change: FaceChange;
}

/** So many faces are kept that nobody holds, the last that were heard of. */
const KEPT = 4_000;

/**
 * The faces the dashboard has seen lately: what the gateway last said, with the changes on top that it has not answered
 * yet. Because a pending change is never written into the truth, taking it back is exact, in whatever order answers come.
 */
export class FaceLedger {
  /** Grows with each change, so that views know when to look again. */
  version = 0;
  /** Whoever needs faces for longer than they are on the screen says which; all others may be forgotten. */
  readonly holders = new Set<() => Iterable<string>>();
  /** The last that were heard of are the last. */
  private readonly truth = new Map<string, Face>();
  private readonly pending = new Map<number, PendingChange>();
  private nextChange = 1;
  private keptAtLeast = KEPT;

  /** The gateway said that these faces are so. */
  receive(faces: readonly Face[]): void {
    for (const face of faces) {
      this.truth.delete(face.id);
      this.truth.set(face.id, face);
    }
    this.version += 1;
    if (this.truth.size > this.keptAtLeast * 2) this.dropOld();
  }

  /** The face as it should be shown; null when it was not seen lately, or is deleted. */
  get(id: string): Face | null {
    let face = this.truth.get(id) ?? null;
    if (this.pending.size === 0) return face;
    for (const { faceIds, change } of this.pending.values()) {
      if (face && faceIds.has(id)) face = applyChange(face, change);
    }
    return face;
  }

  /** The face as the gateway last said. */
  confirmed(id: string): Face | null {
    return this.truth.get(id) ?? null;
  }

  /** Shows a change at once; `settle` must follow with the number that is returned. */
  begin(faceIds: readonly string[], change: FaceChange): number {
    const number = this.nextChange++;
    this.pending.set(number, { faceIds: new Set(faceIds), change });
    this.version += 1;
    return number;
  }

  /**
   * The answer came. Faces in `settled` take the state they have now; all the others of the change go back to exactly
   * what they were.
   */
  settle(number: number, settled: readonly SettledFace[]): Transition[] {
    this.pending.delete(number);
    this.version += 1;
    return settled.flatMap(({ id, face }) => {
      const before = this.truth.get(id);
      if (face) this.truth.set(id, face);
      else this.truth.delete(id);
      return before ? [{ before, after: face }] : [];
    });
  }

  /** These faces are gone, somebody else deleted them. */
  forget(faceIds: readonly string[]): void {
    for (const id of faceIds) this.truth.delete(id);
    this.version += 1;
  }

  private dropOld(): void {
    const held = new Set<string>();
    for (const ids of this.holders) for (const id of ids()) held.add(id);
    for (const { faceIds } of this.pending.values()) for (const id of faceIds) held.add(id);
    let surplus = this.truth.size - held.size - KEPT;
    for (const id of this.truth.keys()) {
      if (surplus <= 0) break;
      if (held.has(id)) continue;
      this.truth.delete(id);
      surplus -= 1;
    }
    // Nothing is looked for again until as many more have come.
    this.keptAtLeast = Math.max(KEPT, this.truth.size);
  }

  /** A person got another name or became a named one. */
  renamePerson(person: FacePerson): void {
    for (const [id, face] of this.truth) {
      if (face.person?.id === person.id) this.truth.set(id, { ...face, person });
    }
    this.version += 1;
  }
}

function applyChange(face: Face, change: FaceChange): Face | null {
  switch (change.kind) {
    case 'label':
      return { ...face, state: 'LABELED', person: change.person, confidence: null };
    case 'release':
      return { ...face, state: 'UNKNOWN', person: null, confidence: null };
    case 'return':
      return change.faces.get(face.id) ?? face;
    case 'delete':
      return null;
  }
}
