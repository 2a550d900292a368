import type { TrainingPreferences } from '../training/training-preferences';

/** What people prefer, which they may change while Kindred runs; the next training goes by it. */
export interface Preferences {
  read(): Promise<TrainingPreferences>;
  /**
   * Changes what is given, and keeps it, all or nothing; returns what holds now.
   * @throws KindredError `ARGUMENT_INVALID` for a value that cannot be; `PREFERENCE_FIXED` when whoever started Kindred
   * decided it, and saying what it is anyway is no change.
   */
  change(change: Partial<TrainingPreferences>): Promise<TrainingPreferences>;
}
