import { strings } from '../strings/en';
import { type ToastBoard } from '../toasts/toast-board';

/**
 * Takes something back, or does it again, and answers how to reverse that; null when it was refused for good, which
 * whoever refused has said already. It throws when it may work another time.
 */
export type Step = () => Promise<Step | null>;

/** One thing that was done, in the words of its message. */
export interface Deed {
  id: number;
  text: string;
}

type Entry = Deed & { step: Step };

/** So many things can be taken back; older ones stay as they are. */
const MOST_ENTRIES = 100;

/** Everything that was done here and can be taken back, newest last, and what was taken back and can be done again. */
export class UndoStack {
  private done: readonly Entry[] = [];
  private undone: readonly Entry[] = [];
  private working: Promise<unknown> = Promise.resolve();
  private nextId = 1;
  private waiting = 0;

  constructor(
    private readonly toasts: ToastBoard,
    private readonly onChange: () => void,
  ) {}

  /** What `undo` takes back next. */
  get undoable(): Deed | null {
    return this.done.at(-1) ?? null;
  }

  /** What `redo` does next. */
  get redoable(): Deed | null {
    return this.undone.at(-1) ?? null;
  }

  /** Something is just taken back or done again, after which there may be more to undo or redo. */
  get busy(): boolean {
    return this.waiting > 0;
  }

  /** Something was done that `back` takes back. What was undone before can no longer be done again. */
  did(text: string, back: Step, { quiet = false } = {}): number {
    const entry = { id: this.nextId++, text, step: back };
    this.done = [...this.done, entry].slice(-MOST_ENTRIES);
    this.undone = [];
    if (!quiet) {
      const action = { label: strings.actions.undo, run: () => void this.undo({ id: entry.id }) };
      this.toasts.add({ tone: 'done', text, action, about: entry.id });
    }
    this.onChange();
    return entry.id;
  }

  /** Takes back one thing, or else the last; answers whether that was done. Steps never overlap. */
  undo({ id, quiet = false }: { id?: number; quiet?: boolean } = {}): Promise<boolean> {
    return this.next(async () => {
      const entry = id === undefined ? this.done.at(-1) : this.done.find((one) => one.id === id);
      if (!entry) return false;
      this.done = without(this.done, entry);
      const forth = await this.take(entry, () => (this.done = [...this.done, entry].sort(byAge)));
      if (!forth) return false;
      this.undone = [...this.undone, { ...entry, step: forth }];
      if (!quiet) {
        const action = { label: strings.actions.redo, run: () => void this.redo() };
        this.toasts.add({ tone: 'done', text: strings.undo.undone(entry.text), action, about: entry.id });
      }
      return true;
    });
  }

  /** Does again what was taken back last; answers whether that was done. */
  redo(): Promise<boolean> {
    return this.next(async () => {
      const entry = this.undone.at(-1);
      if (!entry) return false;
      this.undone = without(this.undone, entry);
      const back = await this.take(entry, () => (this.undone = [...this.undone, entry]));
      if (!back) return false;
      this.done = [...this.done, { ...entry, step: back }].sort(byAge);
      const action = { label: strings.actions.undo, run: () => void this.undo({ id: entry.id }) };
      this.toasts.add({ tone: 'done', text: entry.text, action, about: entry.id });
      return true;
    });
  }

  /** What was refused for good is forgotten; what may work another time is kept. */
  private async take({ step }: Entry, keep: () => void): Promise<Step | null> {
    this.onChange();
    try {
      return await step();
    } catch {
      keep();
      return null;
    }
  }

  private next(work: () => Promise<boolean>): Promise<boolean> {
    this.waiting += 1;
    const result = this.working.then(work).finally(() => {
      this.waiting -= 1;
      this.onChange();
    });
    this.working = result.catch(() => undefined);
    return result;
  }
}

const without = (entries: readonly Entry[], entry: Entry): Entry[] =>
  entries.filter(({ id }) => id !== entry.id);
const byAge = (one: Entry, other: Entry): number => one.id - other.id;
