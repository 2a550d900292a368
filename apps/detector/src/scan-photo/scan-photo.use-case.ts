import {
  type Box,
  cropFolderOf,
  cropKeyOf,
  type Decision,
  deletedFacesOf,
  eraseFaces,
  type EventOf,
  type Face,
  type FaceId,
  faceIdOf,
  type FaceObservation,
  type Failure,
  type JobId,
  type PackName,
  type Photo,
  type PhotoId,
  projectFaces,
  toKindredError,
  uuidV5,
  viewsOf,
} from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import type { AnalysedFace, PhotoAnalysis } from '@kindred/vision';
import type { ScanProgress } from '../progress/scan-progress';
import { deletedBefore, matchFaces, type Recognition } from './match-faces';

/** Finds and describes the faces of a photo; several at a time. */
export interface PhotoAnalyser {
  analyse(source: Uint8Array): Promise<PhotoAnalysis>;
  /** Describes regions that are known to be faces: one face a box, in their order, whatever is seen in them. */
  analyseRegions(source: Uint8Array, boxes: readonly Box[]): Promise<PhotoAnalysis>;
}

export type ScanEvent = EventOf<'photos.stored' | 'photos.rescan'>;

/** The namespace of the ids of restorations; fixed for ever. */
const RESTORATION_NAMESPACE = Buffer.from('b3a1c9d05e7f4c2a8f16d4e27a90c358', 'hex');

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
    const { photo: id, job } = event.data;
    const photo = await this.ports.photos.get(id);
    if (photo?.scan.job === job) await this.scanWaiting(photo, event);
    // Whoever did the work may have died before it was counted, and a photo that another job took over is done here.
    this.progress.changed(job);
  }

  /** Gives a photo up with a reason; it can be retried. */
  async giveUp({ data: { photo, job } }: ScanEvent, failure: Failure): Promise<void> {
    await this.fail(photo, job, failure);
    this.progress.changed(job);
  }

  private async scanWaiting(photo: Photo, event: ScanEvent): Promise<void> {
    if (photo.scan.state === 'failed') return;
    if (photo.scan.state === 'scanned')
      return this.publishDetected(photo, await this.ports.faces.ofPhoto(photo.id));
    const analysis = await this.analyse(photo);
    if (analysis === null) return;
    const faces = await this.storeFaces(
      photo,
      analysis,
      photo.scan.restoreDeleted ? await this.askedAt(event) : null,
    );
    await this.complete(photo, faces.length);
    await this.publishDetected(photo, faces);
  }

  private async fail(photo: PhotoId, job: JobId, failure: Failure): Promise<void> {
    const { photos, clock, metrics, logger } = this.ports;
    if (!(await photos.failScan(photo, { job, failure, at: clock.now() }))) return;
    metrics.scansFailed.inc({ code: failure.code });
    logger.warn({ photo, code: failure.code }, 'photo.scan-failed');
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
      await this.fail(photo.id, photo.scan.job, { code, message, hint });
      return null;
    }
  }

  /** When the scan was asked for: the same for every delivery, which the event that announces it again is not. */
  private async askedAt({ data: { job }, time }: ScanEvent): Promise<string> {
    return (await this.ports.jobs.get(job))?.startedAt ?? time;
  }

  private observe({ timings, faces }: PhotoAnalysis): void {
    const { scanSeconds, facesDetected } = this.ports.metrics;
    for (const [stage, milliseconds] of Object.entries(timings)) {
      scanSeconds.observe({ stage: stage.replace(/Ms$/, '') }, milliseconds / 1000);
    }
    facesDetected.inc(faces.length);
  }

  /** @param restoreBefore deleted faces come back when they were deleted until then; null when none does. */
  private async storeFaces(
    photo: Photo,
    analysis: PhotoAnalysis,
    restoreBefore: string | null,
  ): Promise<readonly Face[]> {
    const { faces, labels, vectors } = this.ports;
    const present = await faces.ofPhoto(photo.id);
    const log = await labels.ofPhoto(photo.id);
    const views = await viewsOf(this.ports, facesIn(log));
    const { recognitions, missing } = matchFaces(analysis.faces, present, deletedFacesOf(log, present));
    const comeBack = restoreBefore === null ? new Set<FaceId>() : deletedBefore(log, restoreBefore);
    const isDeleted = (face: FaceId) => (views.get(face)?.deletedAt ?? null) !== null;
    const wanted = recognitions.filter(
      (found) =>
        found.kind === 'new' ||
        // Where a human drew a face it stays, however near to that a detector would have it.
        (!isDrawn(found) && (!isDeleted(found.face.id) || comeBack.has(found.face.id))),
    );

    const restorations = this.restorations(photo, wanted, comeBack);
    if (restorations.length > 0) await labels.append(restorations);
    const observed = await Promise.all(wanted.map((found) => this.storeCrop(photo, found)));
    await vectors.upsert(
      this.pack,
      observed.map(({ id }, index) => ({ face: id, vector: wanted[index]!.detection.embedding })),
    );
    await faces.upsert(observed);
    await this.dropMissing(photo.id, missing);
    await this.describeUnseen(photo, observed);
    await this.respectDecisions(photo.id);
    const standing = await faces.ofPhoto(photo.id);
    const kept = [...standing, ...(await this.deletedFaces(photo.id))];
    await this.dropOutdatedCrops(recognitions, [...present, ...observed], kept);
    return standing;
  }

  private async storeCrop(photo: Photo, found: Recognition<AnalysedFace>): Promise<FaceObservation> {
    const { box, landmarks, score, quality, crop } = found.detection;
    const id = found.kind === 'new' ? faceIdOf(photo.id, this.pack, box) : found.face.id;
    const cropKey = cropKeyOf(id, crop);
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

  /** Each job restores a face once: a deletion after that holds, however often the photo is scanned. */
  private restorations(
    photo: Photo,
    wanted: readonly Recognition<AnalysedFace>[],
    comeBack: ReadonlySet<FaceId>,
  ): Decision[] {
    return wanted
      .flatMap((found) => (found.kind !== 'new' && comeBack.has(found.face.id) ? [found.face.id] : []))
      .map((face) => ({
        id: uuidV5(RESTORATION_NAMESPACE, `${photo.scan.job}/${face}`),
        kind: 'restore',
        face,
        photo: photo.id,
        actor: 'rescan',
        at: this.ports.clock.now(),
      }));
  }

  /** Faces that the detector does not see any more go, unless somebody drew them or decided anything about them. */
  private async dropMissing(photo: PhotoId, missing: readonly Face[]): Promise<void> {
    if (missing.length === 0) return;
    // Asked again, since somebody may have labeled one of them while the others were stored.
    const decided = new Set(facesIn(await this.ports.labels.ofPhoto(photo)));
    const disposable = missing.filter(({ id, origin }) => origin === 'detected' && !decided.has(id));
    await eraseFaces(
      this.ports,
      disposable.map(({ id }) => id),
    );
  }

  /** Faces that stay although the pack does not see them by itself get a vector of it, from the region they are in. */
  private async describeUnseen(photo: Photo, observed: readonly FaceObservation[]): Promise<void> {
    const { faces, vectors, originals } = this.ports;
    const seen = new Set(observed.map(({ id }) => id));
    const kept = [...(await faces.ofPhoto(photo.id)), ...(await this.deletedFaces(photo.id))];
    const unseen = kept.filter(({ id }) => !seen.has(id));
    const known = await vectors.get(
      this.pack,
      unseen.map(({ id }) => id),
    );
    const without = unseen.filter(({ id }) => !known.has(id));
    if (without.length === 0) return;
    const described = await this.analyser.analyseRegions(
      await originals.read(photo),
      without.map(({ box }) => box),
    );
    await vectors.upsert(
      this.pack,
      without.map(({ id }, index) => ({ face: id, vector: described.faces[index]!.embedding })),
    );
  }

  /** A face may have been labeled or deleted while its photo was scanned: what humans said last holds. */
  private async respectDecisions(photo: PhotoId): Promise<void> {
    const decided = facesIn(await this.ports.labels.ofPhoto(photo));
    await projectFaces(this.ports, decided);
  }

  /** Faces that people may still bring back. */
  private async deletedFaces(photo: PhotoId): Promise<readonly FaceObservation[]> {
    return this.ports.faces.deletedAmong(facesIn(await this.ports.labels.ofPhoto(photo)));
  }

  /** Crops that no face stands for any more: replaced ones, and what an interrupted scan or a deletion left. */
  private async dropOutdatedCrops(
    recognitions: readonly Recognition<AnalysedFace>[],
    before: readonly FaceObservation[],
    kept: readonly FaceObservation[],
  ): Promise<void> {
    const { objects } = this.ports;
    const current = new Set(kept.map(({ cropKey }) => cropKey));
    const outdated = new Set(before.map(({ cropKey }) => cropKey));
    for (const found of recognitions) {
      // Nothing was cropped for a drawn face, which somebody may be moving right now.
      if (found.kind === 'new' || isDrawn(found)) continue;
      for await (const { key } of objects.list(cropFolderOf(found.face.id))) outdated.add(key);
    }
    await Promise.all([...outdated].filter((key) => !current.has(key)).map((key) => objects.delete(key)));
  }

  private async complete(photo: Photo, faces: number): Promise<void> {
    const { photos, clock, metrics, logger } = this.ports;
    const { job } = photo.scan;
    if (!(await photos.completeScan(photo.id, { job, pack: this.pack, faces, at: clock.now() }))) return;
    metrics.photosScanned.inc();
    logger.debug({ photo: photo.id, faces }, 'photo.scanned');
  }

  private publishDetected({ id: photo, scan: { job } }: Photo, faces: readonly Face[]): Promise<void> {
    const data = { photo, job, pack: this.pack, faces: faces.map(({ id }) => id) };
    return this.ports.bus.publish('faces.detected', { id: `${job}:${photo}:detected`, data });
  }
}

const isDrawn = (found: Recognition<AnalysedFace>): boolean =>
  found.kind === 'present' && found.face.origin === 'drawn';

const facesIn = (log: readonly Decision[]): FaceId[] => [...new Set(log.map(({ face }) => face))];
