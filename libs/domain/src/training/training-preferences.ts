/** What people prefer about what a training shows them. */
export interface TrainingPreferences {
  /** How probable it must be that a face is somebody before that is suggested, between 0 and 1. */
  readonly minimumConfidence: number;
  /** How many faces that belong together make an unknown person. */
  readonly minimumGroupSize: number;
}

/** What holds until somebody says otherwise: at most one face of a stranger in a hundred is taken for somebody. */
export const DEFAULT_PREFERENCES: TrainingPreferences = { minimumConfidence: 0.6, minimumGroupSize: 2 };
