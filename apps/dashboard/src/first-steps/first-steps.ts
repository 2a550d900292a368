import { type LibraryFacts, NOTHING_REACHED, remember, type StepMemory } from './step-states';

const KEY = 'kindred.first-steps';

/** How far somebody who is new has come; kept by the browser where it may. */
export class FirstSteps {
  private current: StepMemory;

  constructor(
    private readonly storage: Pick<Storage, 'getItem' | 'setItem'> | null,
    private readonly onChange: () => void,
  ) {
    this.current = this.stored();
  }

  get memory(): StepMemory {
    return this.current;
  }

  /** Whether the steps are on the start screen. */
  get shown(): boolean {
    return !this.current.dismissed && !this.current.finished;
  }

  /** The same, of a library as it is now, before that is remembered. */
  isFor(facts: LibraryFacts): boolean {
    return this.shown && !remember(this.current, facts, '').finished;
  }

  see(facts: LibraryFacts, now = new Date().toISOString()): void {
    this.keep(remember(this.current, facts, now));
  }

  dismiss(): void {
    this.keep({ ...this.current, dismissed: true });
  }

  /** Shows the steps again; whoever had finished them begins anew with the next training. */
  show(): void {
    const memory = this.current.finished ? NOTHING_REACHED : this.current;
    this.keep({ ...memory, dismissed: false, asked: true });
  }

  private keep(memory: StepMemory): void {
    const text = JSON.stringify(memory);
    if (text === JSON.stringify(this.current)) return;
    this.current = memory;
    try {
      this.storage?.setItem(KEY, text);
    } catch {
      // A full or forbidden storage only means that the steps are there again next time.
    }
    this.onChange();
  }

  private stored(): StepMemory {
    try {
      const value = JSON.parse(this.storage?.getItem(KEY) ?? 'null') as Partial<StepMemory> | null;
      return typeof value === 'object' ? { ...NOTHING_REACHED, ...value } : NOTHING_REACHED;
    } catch {
      return NOTHING_REACHED;
    }
  }
}
