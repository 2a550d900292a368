import { type DynamicModule, Module } from '@nestjs/common';
import {
  type ActionJournal,
  type Clock,
  type EventBus,
  type FaceStore,
  type JobStore,
  type LabelLog,
  type ObjectStore,
  type Originals,
  type PersonStore,
  type PhotoStore,
  type Preferences,
  type SamePersonQuestions,
  systemClock,
  type VectorIndex,
} from '@kindred/domain';
import type { Logger } from '../logging/logger';
import { Metrics } from '../metrics/metrics';

/** Every port a service may ask for; a composition root fills them with adapters. */
export interface Ports {
  readonly bus: EventBus;
  readonly photos: PhotoStore;
  readonly faces: FaceStore;
  readonly people: PersonStore;
  readonly labels: LabelLog;
  readonly jobs: JobStore;
  readonly questions: SamePersonQuestions;
  readonly actions: ActionJournal;
  readonly preferences: Preferences;
  readonly objects: ObjectStore;
  readonly originals: Originals;
  readonly vectors: VectorIndex;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** Injects all ports at once: a service destructures the ones its story needs. */
export const PORTS = Symbol('Ports');

/** Gives the ports to every module of a Nest application. */
@Module({})
export class PortsModule {
  static with(
    ports: Omit<Ports, 'clock' | 'metrics'> & Partial<Pick<Ports, 'clock' | 'metrics'>>,
  ): DynamicModule {
    const complete: Ports = { clock: systemClock, metrics: new Metrics(), ...ports };
    return {
      module: PortsModule,
      global: true,
      providers: [{ provide: PORTS, useValue: complete }],
      exports: [PORTS],
    };
  }
}
