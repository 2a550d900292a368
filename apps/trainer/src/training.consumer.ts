import type { PeopleLearner } from '@kindred/clustering';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { type Consumer, type Delivery, KindredError, type EventOf, type Failure } from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import { ChangeCollector, type ChangeDelivery } from './refresh/change-collector';
import type { RefreshSuggestions } from './refresh/refresh-suggestions.use-case';
import type { TrainLibrary } from './train-library/train-library.use-case';

/** The consumer group that all trainers share. */
export const TRAINER_GROUP = 'trainer';

const SUBJECTS = ['train.requested', 'faces.detected', 'faces.labeled', 'faces.deleted'] as const;
type Subject = (typeof SUBJECTS)[number];

/** Events that are held at once; that many changes share one refresh while a library is filled. */
const MAX_IN_FLIGHT = 1000;

/** Takes requests for training one by one, and changes of faces many at a time. */
export class TrainingConsumer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly shutdown = new AbortController();
  private readonly changes: ChangeCollector;
  private consumer: Consumer | null = null;

  constructor(
    private readonly ports: Ports,
    private readonly trainLibrary: TrainLibrary,
    refreshSuggestions: RefreshSuggestions,
    private readonly learner: PeopleLearner,
  ) {
    this.changes = new ChangeCollector(
      (deliveries) => refreshSuggestions.refresh(deliveries, this.shutdown.signal),
      MAX_IN_FLIGHT,
    );
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.trainLibrary.resume();
    this.consumer = await this.ports.bus.consume(
      {
        group: TRAINER_GROUP,
        subjects: SUBJECTS,
        maxInFlight: MAX_IN_FLIGHT,
        ackWait: 60_000,
        maxDeliver: 8,
        backoff: [1_000, 5_000, 15_000, 60_000],
        onDead: (event, failure) => this.giveUp(event, failure),
      },
      (delivery) => this.take(delivery),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    const reason = new KindredError('CANCELLED', 'The trainer is shutting down.', { transient: true });
    this.shutdown.abort(reason);
    this.changes.stop(reason);
    await this.consumer?.stop();
    await this.learner.close();
  }

  private take({ event, attempt }: Delivery<Subject>): Promise<void> {
    if (event.subject === 'train.requested') return this.trainLibrary.train(event, this.shutdown.signal);
    return this.changes.add({ event, attempt } as ChangeDelivery);
  }

  private async giveUp(event: EventOf<Subject>, failure: Failure): Promise<void> {
    if (event.subject === 'train.requested') await this.trainLibrary.giveUp(event.data.job, failure);
    else this.ports.logger.error({ event: event.id, code: failure.code }, 'refresh.failed');
  }
}
