import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What Kindred counts, in Prometheus' terms. One instance per process. */
export class Metrics {
  readonly registry = new Registry();

  readonly photosStored = new Counter({
    name: 'kindred_photos_stored_total',
    help: 'Photos stored for the first time.',
    registers: [this.registry],
  });
  readonly sourcesFailed = new Counter({
    name: 'kindred_sources_failed_total',
    help: 'Files and uploads that could not become a photo, by error code.',
    labelNames: ['code'] as const,
    registers: [this.registry],
  });
  readonly photosScanned = new Counter({
    name: 'kindred_photos_scanned_total',
    help: 'Photos whose faces were detected.',
    registers: [this.registry],
  });
  readonly scansFailed = new Counter({
    name: 'kindred_scans_failed_total',
    help: 'Photos whose scan was given up, by error code.',
    labelNames: ['code'] as const,
    registers: [this.registry],
  });
  readonly facesDetected = new Counter({
    name: 'kindred_faces_detected_total',
    help: 'Faces detected, including those detected again.',
    registers: [this.registry],
  });
  readonly scanSeconds = new Histogram({
    name: 'kindred_scan_seconds',
    help: 'Seconds to scan one photo, by stage.',
    labelNames: ['stage'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });
  readonly photosPending = new Gauge({
    name: 'kindred_photos_pending',
    help: 'Photos that wait for detection.',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}
