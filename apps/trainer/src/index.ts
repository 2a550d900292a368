export { LeaseOfProcess } from './lease/training-lease';
export { type MatchingFacts, rulesOf } from './rules';
export { trainerSettings, type TrainerSettings } from './settings';
export { TrainLibrary } from './train-library/train-library.use-case';
export { TrainerModule, type TrainerOptions } from './trainer.module';
export { TRAINER_GROUP } from './training.consumer';
