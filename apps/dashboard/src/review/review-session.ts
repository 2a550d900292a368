import { type ApiError, toApiError } from '../api/api-error';
import { type Face } from '../faces/face-criteria';
import { type LabelTarget } from '../labeling/face-actions';
import { takingTurns } from './review-order';

/** What is said of the face on top. */
export type Verdict =
  | { kind: 'yes' }
  | { kind: 'no' }
  | { kind: 'skip' }
  | { kind: 'ignore' }
  | { kind: 'other'; target: LabelTarget };

export interface ReviewPage {
  faces: readonly Face[];
  hasNextPage: boolean;
  endCursor: string | null;
}

/** What a review needs of the rest of the dashboard. */
export interface ReviewDoor {
  /** Faces to review after a cursor, least certain first. */
  read: (after: string | null) => Promise<ReviewPage>;
  /** Says something of a face; answers how it is called on the undo stack, or null when it was refused. */
  say: (face: Face, verdict: Exclude<Verdict, { kind: 'skip' }>) => Promise<number | null>;
  /** Takes that back; answers whether it was done. */
  takeBack: (deed: number) => Promise<boolean>;
  /** Milliseconds that only grow. */
  now: () => number;
}

interface Answered {
  face: Face;
  verdict: Verdict;
  deed: Promise<number | null>;
  /** How long it was looked at, in milliseconds. */
  took: number;
}

/** So few faces left are a reason to read more: a decision never waits. */
const FEW = 20;
/** Whoever looks longer at a face was away: the pace does not count that. */
const LONGEST_LOOK_MS = 20_000;

/**
 * One suggestion after the other. An answer shows at once and is sent in turn; a face whose answer is refused comes
 * next again, and taking an answer back puts its face on top.
 */
export class ReviewSession {
  error: ApiError | null = null;
  private queue: readonly Face[] = [];
  private answered: readonly Answered[] = [];
  private readonly met = new Set<string>();
  private cursor: string | null = null;
  private complete = false;
  private reading: Promise<void> | null = null;
  private sending: Promise<unknown> = Promise.resolve();
  private lookedSince: number;

  constructor(
    private readonly door: ReviewDoor,
    private readonly onChange: () => void,
  ) {
    this.lookedSince = door.now();
  }

  /** The face to decide on now. */
  get top(): Face | null {
    return this.queue[0] ?? null;
  }

  /** Faces that come next, for reading their pictures ahead. */
  upcoming(count: number): readonly Face[] {
    return this.queue.slice(1, 1 + count);
  }

  /** There is nothing more to decide on. */
  get finished(): boolean {
    return this.complete && this.queue.length === 0;
  }

  get canUndo(): boolean {
    return this.answered.length > 0;
  }

  /** How often each thing was said and still holds. */
  get counts(): Readonly<Record<Verdict['kind'], number>> {
    const counts = { yes: 0, no: 0, other: 0, ignore: 0, skip: 0 };
    for (const { verdict } of this.answered) counts[verdict.kind] += 1;
    return counts;
  }

  /** Faces a minute; null until there is something to tell it from. */
  get pace(): number | null {
    if (this.answered.length < 3) return null;
    const minutes = this.answered.reduce((sum, { took }) => sum + took, 0) / 60_000;
    return minutes > 0 ? this.answered.length / minutes : null;
  }

  /** Reads faces until there are enough; may be called at any time. */
  async read(): Promise<void> {
    this.error = null;
    while (!this.complete && this.error === null && this.queue.length < FEW) {
      this.reading ??= this.readPage().finally(() => (this.reading = null));
      await this.reading;
    }
  }

  /** Says something of the face on top. */
  decide(verdict: Verdict): void {
    const face = this.top;
    if (!face) return;
    const took = Math.min(LONGEST_LOOK_MS, this.door.now() - this.lookedSince);
    const deed =
      verdict.kind === 'skip' ? Promise.resolve(null) : this.inTurn(() => this.door.say(face, verdict));
    const answered: Answered = { face, verdict, deed, took };
    this.answered = [...this.answered, answered];
    this.show(this.queue.slice(1));
    void this.read();
    if (verdict.kind === 'skip') return;
    void deed.then((done) => {
      if (done !== null || !this.answered.includes(answered)) return;
      this.answered = this.answered.filter((other) => other !== answered);
      // Not in place of what is being looked at: an answer must never meet another face than was meant.
      this.show([...this.queue.slice(0, 1), face, ...this.queue.slice(1)], false);
    });
  }

  /** Takes the last answer back: its face is on top at once, and goes again when taking it back is refused. */
  async undo(): Promise<void> {
    const last = this.answered.at(-1);
    if (!last) return;
    this.answered = this.answered.slice(0, -1);
    this.show([last.face, ...this.queue]);
    if (last.verdict.kind === 'skip') return;
    const done = await this.inTurn(async () => {
      const deed = await last.deed;
      return deed === null || (await this.door.takeBack(deed));
    });
    if (done || !this.queue.includes(last.face)) return;
    this.answered = [...this.answered, last];
    this.show(this.queue.filter((face) => face !== last.face));
  }

  /** Looks at the skipped faces again. */
  again(): void {
    const skipped = this.answered.filter(({ verdict }) => verdict.kind === 'skip').map(({ face }) => face);
    this.answered = this.answered.filter(({ verdict }) => verdict.kind !== 'skip');
    this.show([...this.queue, ...skipped]);
  }

  private async readPage(): Promise<void> {
    try {
      const { faces, hasNextPage, endCursor } = await this.door.read(this.cursor);
      const fresh = faces.filter(({ id }) => !this.met.has(id));
      for (const { id } of fresh) this.met.add(id);
      this.cursor = endCursor;
      this.complete = !hasNextPage;
      this.show([...this.queue, ...takingTurns(fresh)], this.queue.length === 0);
    } catch (thrown) {
      this.error = toApiError(thrown);
      this.onChange();
    }
  }

  /** What is said reaches the gateway in the order in which it was said. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.sending.then(work);
    this.sending = result.catch(() => undefined);
    return result;
  }

  private show(queue: readonly Face[], isOtherTop = true): void {
    this.queue = queue;
    if (isOtherTop) this.lookedSince = this.door.now();
    this.onChange();
  }
}
