import {
  DEFAULT_PREFERENCES,
  KindredError,
  type Preferences,
  type TrainingPreferences,
} from '@kindred/domain';

/** Preferences that last as long as the test. */
export class InMemoryPreferences implements Preferences {
  private present: TrainingPreferences = DEFAULT_PREFERENCES;

  /** @param fixed those that cannot be changed, as if whoever started Kindred had decided them. */
  constructor(private readonly fixed: ReadonlySet<keyof TrainingPreferences> = new Set()) {}

  async read(): Promise<TrainingPreferences> {
    return this.present;
  }

  async change(change: Partial<TrainingPreferences>): Promise<TrainingPreferences> {
    const {
      minimumConfidence = this.present.minimumConfidence,
      minimumGroupSize = this.present.minimumGroupSize,
    } = change;
    const wanted = { minimumConfidence, minimumGroupSize };
    for (const name of this.fixed) {
      if (wanted[name] !== this.present[name])
        throw new KindredError('PREFERENCE_FIXED', `${name} was decided at the start.`);
    }
    if (!(minimumConfidence > 0 && minimumConfidence < 1))
      throw new KindredError('ARGUMENT_INVALID', 'minimumConfidence must be between 0 and 1.');
    if (!Number.isInteger(minimumGroupSize) || minimumGroupSize < 2 || minimumGroupSize > 1000)
      throw new KindredError('ARGUMENT_INVALID', 'minimumGroupSize must be a whole number from 2 to 1000.');
    this.present = wanted;
    return wanted;
  }
}
