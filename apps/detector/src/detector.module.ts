import { type DynamicModule, Module } from '@nestjs/common';
import type { PackName } from '@kindred/domain';
import { PORTS, type Ports } from '@kindred/platform';
import { ScanProgress } from './progress/scan-progress';
import { ScanConsumer } from './scan-photo/scan.consumer';
import { type PhotoAnalyser, ScanPhoto } from './scan-photo/scan-photo.use-case';

/** What a detector works with; the composition root opens and closes it. */
export interface DetectorEngine {
  readonly analyser: PhotoAnalyser;
  /** Photos that the analyser works on at once. */
  readonly capacity: number;
  readonly pack: PackName;
}

/** The detector service: stored photos become faces, crops and embeddings. */
@Module({})
export class DetectorModule {
  static with({ analyser, capacity, pack }: DetectorEngine): DynamicModule {
    return {
      module: DetectorModule,
      providers: [
        { provide: ScanProgress, useFactory: (ports: Ports) => new ScanProgress(ports), inject: [PORTS] },
        {
          provide: ScanPhoto,
          useFactory: (ports: Ports, progress: ScanProgress) =>
            new ScanPhoto(ports, analyser, pack, progress),
          inject: [PORTS, ScanProgress],
        },
        {
          provide: ScanConsumer,
          useFactory: (ports: Ports, scan: ScanPhoto, progress: ScanProgress) =>
            new ScanConsumer(ports, scan, progress, capacity),
          inject: [PORTS, ScanPhoto, ScanProgress],
        },
      ],
      exports: [ScanProgress],
    };
  }
}
