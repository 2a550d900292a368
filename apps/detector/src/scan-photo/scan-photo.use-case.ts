import { createHash, randomUUID } from 'node:crypto';
import {
  type Decision,
  eraseFaces,
  type EventOf,
  type Face,
  type FaceId,
  faceIdOf,
  type FaceObservation,
  type Failure,
  NOTHING_SAID,
  type PackName,
  type Photo,
  type PhotoId,
  recordDecisions,
  toKindredError,
  viewsOf,
} from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import type { AnalysedFace, PhotoAnalysis } from '@kindred/vision';
import type { ScanProgress } from '../progress/scan-progress';
import { deletedFacesOf, matchFaces, type Recognition } from './match-faces';

/** Finds and describes the faces of a photo; several at a time. */
export interface PhotoAnalyser {
  analyse(source: Uint8Array): Promise<PhotoAnalysis>;
}

export type ScanEvent = EventOf<'photos.stored' | 'photos.rescan'>;

/** Looks for the faces of one photo and stores what it finds. */
export class ScanPhoto {
  constructor(
    private readonly ports: Ports,
    private readonly analyser: PhotoAnalyser,
    private readonly pack: PackName,
    private readonly progress: ScanProgress,
  ) {}

  /**
   * Scans the photo that the event announces, if it still waits for it. Everything is written before the scan counts
   * as completed and published after, so a crash at any line is made good by the redelivery.
   * @throws KindredError for a reason that may pass; one that will not ends as the photo's failure.
   */
  async scan(event: ScanEvent): Promise<void> {
    const photo = await this.ports.photos.get(event.data.photo);
    if (photo === null || photo.scan.job !== event.data.job) return;
    if (photo.scan.state === 'scanned') return this.publishDetected(photo, await this.ports.faces.ofPhoto(photo.id));
    if (photo.scan.state === 'failed') return;
    const analysis = await this.analyse(photo);
    if (analysis === null) return;
    const faces = await this.storeFaces(photo, analysis, photo.scan.restoreDeleted);
    await this.complete(photo, faces.length);
    await this.publishDetected(photo, faces);
  }

  /** Gives a photo up with a reason; it can be retried. */
  async giveUp(event: ScanEvent, failure: Failure): Promise<void> {
    const { photos, clock, metrics, logger } = this.ports;
    const { photo, job } = event.data;
    metrics.scansFailed.inc({ code: failure.code });
    logger.warn({ photo, code: failure.code }, 'photo.scan-failed');
    await photos.failScan(photo, { job, failure, at: clock.now() });
    this.progress.changed(job);
  }

  /** Null when the photo can never be analysed, which is recorded. */
  private async analyse(photo: Photo): Promise<PhotoAnalysis | null> {
    try {
      const analysis = await this.analyser.analyse(await this.ports.originals.read(photo));
      this.observe(analysis);
      return analysis;
    } catch (error) {
      const { code, message, hint, transient } = toKindredError(error);
      if (transient || code === 'INTERNAL') throw error;
      const { job } = photo.scan;
      await this.giveUp({ data: { photo: photo.id, job } } as ScanEvent, { code, message, hint });
      return null;
    }
  }

  private observe({ timings, faces }: PhotoAnalysis): void {
    const { scanSeconds, facesDetected } = this.ports.metrics;
    for (const [stage, milliseconds] of Object.entries(timings)) {
      scanSeconds.observe({ stage: stage.replace(/Ms$/, '') }, milliseconds / 1000);
    }
    facesDetected.inc(faces.length);
  }

  private async storeFaces(photo: Photo, analysis: PhotoAnalysis, restoreDeleted: boolean): Promise<readonly Face[]> {
    const { faces, labels, vectors } = this.ports;
    const present = await faces.ofPhoto(photo.id);
    const log = await labels.ofPhoto(photo.id);
    const decided = [...new Set(log.map(({ face }) => face))];
    const views = await viewsOf(this.ports, decided);
    const deleted = deletedFacesOf(log, present, (face) => views.get(face) ?? NOTHING_SAID);
    const { recognitions, missing } = matchFaces(analysis.faces, present, deleted);
    const wanted = recognitions.filter(
      (found) => found.kind !== 'deleted' || restoreDeleted || !found.face.stillDeleted,
    );

    const observed = await Promise.all(wanted.map((found) => this.storeCrop(photo, found)));
    await vectors.upsert(
      this.pack,
      observed.map(({ id }, index) => ({ face: id, vector: wanted[index]!.detection.embedding })),
    );
    await faces.upsert(observed);
    await recordDecisions(this.ports, this.restorations(photo, wanted));
    await eraseFaces(this.ports, missing.filter((face) => isDisposable(face, decided)).map(({ id }) => id));
    await this.dropReplacedCrops(present, observed);
    await this.respectDecisions(photo.id);
    return faces.ofPhoto(photo.id);
  }

  private async storeCrop(photo: Photo, found: Recognition<AnalysedFace>): Promise<FaceObservation> {
    const { box, landmarks, score, quality, crop } = found.detection;
    const id = found.kind === 'new' ? faceIdOf(photo.id, this.pack, box) : found.face.id;
    const version = createHash('sha256').update(crop).digest('hex').slice(0, 16);
    const cropKey = `crops/${id.slice(0, 2)}/${id}/${version}.webp`;
    if ((await this.ports.objects.head(cropKey)) === null) await this.ports.objects.put(cropKey, crop);
    return {
      id,
      photo: photo.id,
      pack: this.pack,
      origin: found.kind === 'present' ? found.face.origin : 'detected',
      box,
      landmarks,
      score,
      quality,
      cropKey,
      detectedAt: found.kind === 'present' ? found.face.detectedAt : this.ports.clock.now(),
      photoDate: photo.metadata.takenAt ?? photo.ingestedAt,
    };
  }

  private restorations(photo: Photo, wanted: readonly Recognition<AnalysedFace>[]): Decision[] {
    return wanted.flatMap((found): Decision[] =>
      found.kind === 'deleted' && found.face.stillDeleted
        ? [
            {
              id: randomUUID(),
              kind: 'restore',
              face: found.face.id,
              photo: photo.id,
              actor: 'rescan',
              at: this.ports.clock.now(),
            },
          ]
        : [],
    );
  }

  private async dropReplacedCrops(before: readonly Face[], after: readonly FaceObservation[]): Promise<void> {
    const current = new Map(after.map(({ id, cropKey }) => [id, cropKey]));
    const replaced = before.filter(({ id, cropKey }) => current.has(id) && current.get(id) !== cropKey);
    await Promise.all(replaced.map(({ cropKey }) => this.ports.objects.delete(cropKey)));
  }

  /** A face may have been labeled or deleted while its photo was scanned: what humans said last holds. */
  private async respectDecisions(photo: PhotoId): Promise<void> {
    const decided = [...new Set((await this.ports.labels.ofPhoto(photo)).map(({ face }) => face))];
    if (decided.length === 0) return;
    const views = await viewsOf(this.ports, decided);
    await this.ports.faces.project(views);
    await eraseFaces(this.ports, decided.filter((face) => views.get(face)?.deleted));
  }

  private async complete(photo: Photo, faces: number): Promise<void> {
    const { photos, clock, metrics, logger } = this.ports;
    const { job } = photo.scan;
    await photos.completeScan(photo.id, { job, pack: this.pack, faces, at: clock.now() });
    metrics.photosScanned.inc();
    logger.debug({ photo: photo.id, faces }, 'photo.scanned');
    this.progress.changed(job);
  }

  private publishDetected({ id: photo, scan: { job } }: Photo, faces: readonly Face[]): Promise<void> {
    const data = { photo, job, pack: this.pack, faces: faces.map(({ id }) => id) };
    return this.ports.bus.publish('faces.detected', { id: `${job}:${photo}:detected`, data });
  }
}

/** A face that the detector does not see any more and that nobody drew or decided anything about. */
function isDisposable(face: Face, decided: readonly FaceId[]): boolean {
  return face.origin === 'detected' && !decided.includes(face.id);
}
