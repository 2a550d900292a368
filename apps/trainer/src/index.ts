export type { MatchingFacts } from './rules';
export { trainerSettings, type TrainerSettings } from './settings';
export { TrainerModule, type TrainerOptions } from './trainer.module';
export { TRAINER_GROUP } from './training.consumer';
