/** What the steps of somebody who is new go by. */
export interface LibraryFacts {
  readonly photos: { readonly pending: number; readonly total: number };
  readonly faces: { readonly labeled: number; readonly inferred: number; readonly total: number };
  /** When the trainings that are known of ended, ISO 8601. */
  readonly trainings: readonly string[];
}

/** What was reached, kept between visits: later facts do not show it any more. */
export interface StepMemory {
  readonly dismissed: boolean;
  /** Somebody asked for the steps, however much they have labeled. */
  readonly asked: boolean;
  /** When the first training ended, and how many faces had a label then. */
  readonly trained: { readonly at: string; readonly labeled: number } | null;
  readonly reviewed: { readonly at: string } | null;
  readonly finished: boolean;
}

export const NOTHING_REACHED: StepMemory = {
  dismissed: false,
  asked: false,
  trained: null,
  reviewed: null,
  finished: false,
};

export type StepId = 'photos' | 'label' | 'train' | 'review' | 'again';
export type StepState = 'done' | 'now' | 'later';

/** So many labels are enough for a first training. */
export const LABELS_WANTED = 5;
/** So many answers are enough of a review for a second one. */
export const ANSWERS_WANTED = 5;
/** Whoever has labeled more needs no first steps. */
const NOT_NEW = 100;

/** What is remembered after seeing a library as it is now. */
export function remember(memory: StepMemory, { faces, trainings }: LibraryFacts, now: string): StepMemory {
  if (memory.finished) return memory;
  const isFamiliar = !memory.asked && memory.trained === null && faces.labeled >= NOT_NEW;
  const first = trainings.toSorted()[0];
  const trained =
    memory.trained ??
    (first !== undefined && faces.labeled > 0 ? { at: first, labeled: faces.labeled } : null);
  const answered = trained !== null && faces.labeled >= trained.labeled + ANSWERS_WANTED;
  // Only what was suggested can have been answered.
  const allAnswered = trained !== null && faces.inferred === 0 && faces.labeled > trained.labeled;
  const reviewed = memory.reviewed ?? (answered || allAnswered ? { at: now } : null);
  const again = reviewed !== null && trainings.some((at) => at > reviewed.at);
  return { ...memory, trained, reviewed, finished: isFamiliar || again };
}

/** The steps and where somebody is: one step is now, those before it are done. */
export function stepStates(memory: StepMemory, { photos, faces }: LibraryFacts): Record<StepId, StepState> {
  const done: Record<StepId, boolean> = {
    photos: photos.total > 0 && photos.pending === 0 && faces.total > 0,
    label: faces.labeled >= LABELS_WANTED || memory.trained !== null,
    train: memory.trained !== null,
    review: memory.reviewed !== null,
    again: memory.finished,
  };
  const order: readonly StepId[] = ['photos', 'label', 'train', 'review', 'again'];
  // Faces that were found already can be labeled while others are looked for.
  const current = order.find((step) => !done[step] && (step !== 'photos' || faces.total === 0)) ?? null;
  const stateOf = (step: StepId): StepState =>
    done[step] ? 'done' : step === current || (step === 'photos' && photos.pending > 0) ? 'now' : 'later';
  return Object.fromEntries(order.map((step) => [step, stateOf(step)])) as Record<StepId, StepState>;
}
