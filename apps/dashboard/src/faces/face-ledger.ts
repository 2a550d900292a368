import { type Face, type FaceCriteria, includes, matches } from './face-criteria';

export type FacePerson = NonNullable<Face['person']>;

/** What a person at the screen just said about some faces, shown before the gateway has answered. */
export type FaceChange =
  | { kind: 'label'; person: FacePerson }
  /** Each is whom it is suggested to be. */
  | { kind: 'confirm' }
  | { kind: 'release' }
  | { kind: 'ignore' }
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

/** All faces that match, but for some. */
export interface AllBut {
  criteria: FaceCriteria;
  except: ReadonlySet<string>;
}

interface PendingChange {
  /** The faces by name; null when they are all that match. */
  faceIds: ReadonlySet<string> | null;
  all: AllBut | null;
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
    for (const pending of this.pending.values()) {
      if (face && concerns(pending, face)) face = applyChange(face, pending.change);
    }
    return face;
  }

  /** The face as the gateway last said. */
  confirmed(id: string): Face | null {
    return this.truth.get(id) ?? null;
  }

  /** Shows a change at once; `settle` must follow with the number that is returned. */
  begin(faceIds: readonly string[], change: FaceChange): number {
    return this.add({ faceIds: new Set(faceIds), all: null, change });
  }

  /**
   * Shows a change of all faces that match, those included that were never seen; `drop` must follow with the number
   * that is returned.
   */
  beginAll(all: AllBut, change: FaceChange): number {
    return this.add({ faceIds: null, all, change });
  }

  /** A change holds; it is shown on top until it is dropped, since lists may still be those of before. */
  commit(number: number): void {
    const pending = this.pending.get(number);
    if (!pending) return;
    for (const [id, face] of this.truth) {
      const after = concerns(pending, face) ? applyChange(face, pending.change) : face;
      if (after) this.truth.set(id, after);
      else this.truth.delete(id);
    }
    this.version += 1;
  }

  /** Shows a change no longer: faces are what the gateway last said. */
  drop(number: number): void {
    this.pending.delete(number);
    this.version += 1;
  }

  /** The faces of all that match which were seen lately, as the gateway last said. */
  seen(all: AllBut): Face[] {
    return [...this.truth.values()].filter((face) => isAmong(all, face));
  }

  /** Which faces stay of a list that a change under way takes everything else out of; null where there is none. */
  staying(list: FaceCriteria): ReadonlySet<string> | null {
    for (const { all, change } of this.pending.values()) {
      if (all && includes(all.criteria, list) && takesOut(change, list)) return all.except;
    }
    return null;
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

  private add(pending: PendingChange): number {
    const number = this.nextChange++;
    this.pending.set(number, pending);
    this.version += 1;
    return number;
  }

  private dropOld(): void {
    const held = new Set<string>();
    for (const ids of this.holders) for (const id of ids()) held.add(id);
    for (const { faceIds } of this.pending.values()) for (const id of faceIds ?? []) held.add(id);
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

const concerns = ({ faceIds, all }: PendingChange, face: Face): boolean =>
  faceIds ? faceIds.has(face.id) : all !== null && isAmong(all, face);

/** Which faces are from a folder is not known here: lists of that folder change, single faces are told when it is done. */
const isAmong = ({ criteria, except }: AllBut, face: Face): boolean =>
  criteria.limits?.folder === undefined && matches(face, criteria) && !except.has(face.id);

/** Whether a face of a list is in it no more after a change. */
function takesOut(change: FaceChange, { state, personId }: FaceCriteria): boolean {
  switch (change.kind) {
    case 'label':
      return state !== 'LABELED' || (personId !== undefined && personId !== change.person.id);
    case 'confirm':
      return state !== 'LABELED';
    case 'release':
      return state !== 'UNKNOWN' || personId !== undefined;
    case 'ignore':
      return state !== 'IGNORED';
    case 'delete':
      return true;
    case 'return':
      return false;
  }
}

function applyChange(face: Face, change: FaceChange): Face | null {
  switch (change.kind) {
    case 'label':
      return { ...face, state: 'LABELED', person: change.person, confidence: null };
    case 'confirm':
      return { ...face, state: 'LABELED', confidence: null };
    case 'release':
      return { ...face, state: 'UNKNOWN', person: null, confidence: null };
    case 'ignore':
      return { ...face, state: 'IGNORED', person: null, confidence: null };
    case 'return':
      return change.faces.get(face.id) ?? face;
    case 'delete':
      return null;
  }
}
