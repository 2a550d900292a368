import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Consumer } from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import type { ScanProgress } from '../progress/scan-progress';
import type { ScanPhoto } from './scan-photo.use-case';

/** The consumer group that all detectors share. */
export const DETECTOR_GROUP = 'detector';

/** Takes photos that wait for detection, as many at once as the analyser works on plus one each to have ready. */
export class ScanConsumer implements OnApplicationBootstrap, OnApplicationShutdown {
  private consumer: Consumer | null = null;

  constructor(
    private readonly ports: Ports,
    private readonly scanPhoto: ScanPhoto,
    private readonly progress: ScanProgress,
    private readonly capacity: number,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.consumer = await this.ports.bus.consume(
      {
        group: DETECTOR_GROUP,
        subjects: ['photos.stored', 'photos.rescan'],
        maxInFlight: this.capacity * 2,
        ackWait: 60_000,
        onDead: (event, failure) => this.scanPhoto.giveUp(event, failure),
      },
      ({ event }) => this.scanPhoto.scan(event),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.consumer?.stop();
    await this.progress.flush();
  }
}
