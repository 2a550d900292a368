import { PeopleLearner } from '@kindred/clustering';
import { type DynamicModule, Module } from '@nestjs/common';
import type { Lease, PackName } from '@kindred/domain';
import { PORTS, type Ports } from '@kindred/platform';
import { LeaseOfProcess } from './lease/lease-of-process';
import { RefreshSuggestions } from './refresh/refresh-suggestions.use-case';
import { type MatchingFacts, rulesOf } from './rules';
import { TrainLibrary } from './train-library/train-library.use-case';
import { TrainingConsumer } from './training.consumer';

/** What a trainer works by. */
export interface TrainerOptions {
  /** The model pack whose embeddings are compared. */
  readonly pack: PackName;
  readonly matching: MatchingFacts;
  /** Where embeddings are compared, by ONNX Runtime's name; this computer must have it. Default `cpu`. */
  readonly executionProvider?: string;
  /** By which all trainers of the library agree on who writes. Default: this process is the only one. */
  readonly lease?: Lease;
}

/** The trainer service: faces become suggestions of named people and groups of unknown ones. */
@Module({})
export class TrainerModule {
  static with({
    pack,
    matching,
    executionProvider,
    lease = new LeaseOfProcess(),
  }: TrainerOptions): DynamicModule {
    const learner = new PeopleLearner({ executionProvider });
    const rulesBy = (ports: Ports) => async () => rulesOf(pack, matching, await ports.preferences.read());
    return {
      module: TrainerModule,
      providers: [
        {
          provide: TrainLibrary,
          useFactory: (ports: Ports) => new TrainLibrary(ports, rulesBy(ports), learner, lease),
          inject: [PORTS],
        },
        {
          provide: RefreshSuggestions,
          useFactory: (ports: Ports) => new RefreshSuggestions(ports, rulesBy(ports), learner, lease),
          inject: [PORTS],
        },
        {
          provide: TrainingConsumer,
          useFactory: (ports: Ports, train: TrainLibrary, refresh: RefreshSuggestions) =>
            new TrainingConsumer(ports, train, refresh, learner),
          inject: [PORTS, TrainLibrary, RefreshSuggestions],
        },
      ],
    };
  }
}
