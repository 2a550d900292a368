import { DEFAULT_PREFERENCES } from '@kindred/domain';
import { wholeNumber } from '@kindred/platform';
import { z } from 'zod';

const probability = () =>
  z.coerce.number({ error: 'must be a number' }).gt(0, 'must be more than 0').lt(1, 'must be less than 1');

/** What can be set about matching and grouping faces. */
export const trainerSettings = {
  minimumConfidence: probability()
    .default(DEFAULT_PREFERENCES.minimumConfidence)
    .describe('How probable it must be that a face is somebody before that is suggested, between 0 and 1.'),
  minimumGroupSize: wholeNumber(2, 1000)
    .default(DEFAULT_PREFERENCES.minimumGroupSize)
    .describe('How many faces that belong together make an unknown person.'),
};

export type TrainerSettings = {
  readonly [K in keyof typeof trainerSettings]: z.output<(typeof trainerSettings)[K]>;
};
