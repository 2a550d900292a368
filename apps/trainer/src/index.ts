export { KnowledgeBook } from './learning/knowledge-book';
export { LeaseOfProcess } from './lease/lease-of-process';
export { RefreshSuggestions } from './refresh/refresh-suggestions.use-case';
export { type MatchingFacts, type Rules, rulesOf } from './rules';
export { trainerSettings, type TrainerSettings } from './settings';
export { TrainLibrary } from './train-library/train-library.use-case';
export { TrainerModule, type TrainerOptions } from './trainer.module';
export { TRAINER_GROUP } from './training.consumer';
