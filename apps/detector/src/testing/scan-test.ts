import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type Box,
  type Decision,
  eraseFaces,
  type EventOf,
  type Face,
  type FaceId,
  type Job,
  type PackName,
  type PersonId,
  type Photo,
  type PhotoId,
  type PhotoScan,
  recordDecisions,
  requestScan,
  sealScanJob,
  startJob,
} from '@kindred/domain';
import {
  aDeletion,
  aJobId,
  anAssignment,
  anIgnoring,
  aPackName,
  aPerson,
  aPhoto,
  aRejection,
  aRestoration,
  aSourceOf,
} from '@kindred/testing';
import { openTestPorts, type TestPorts } from '@kindred/testing-standalone';
import { ScanProgress } from '../progress/scan-progress';
import { type ScanEvent, ScanPhoto } from '../scan-photo/scan-photo.use-case';
import { type SeenFace, SeeingAnalyser } from './seeing-analyser';

/** A place in a photo for a face: column 0 to 9. */
export const place = (column: number, shift = 0): Box => ({
  x: column / 10 + shift,
  y: 0.25,
  width: 0.08,
  height: 0.1,
});

/** A detector over ports of its own, asked directly, and a human who decides. */
export class ScanTest {
  readonly analyser = new SeeingAnalyser();
  private readonly progressOf = new Set<ScanProgress>();
  private count = 0;

  private constructor(readonly ports: TestPorts) {}

  static async open(): Promise<ScanTest> {
    return new ScanTest(await openTestPorts());
  }

  async close(): Promise<void> {
    await this.counted();
    await this.ports.close();
  }

  /** A detector process: another pack or other ports than those of the test are another one. */
  detector({
    ports = this.ports,
    pack = aPackName(),
  }: { ports?: TestPorts; pack?: PackName } = {}): ScanPhoto {
    const progress = new ScanProgress(ports);
    this.progressOf.add(progress);
    return new ScanPhoto(ports, this.analyser, pack, progress);
  }

  /** A new photo that waits for detection on behalf of a job, in which these faces are seen. */
  async photo(name: string, faces: readonly SeenFace[] | Error, job = aJobId()): Promise<Photo> {
    const bytes = Buffer.from(`the photo ${name}`);
    const id = createHash('sha256').update(bytes).digest('hex') as PhotoId;
    const path = join(this.ports.folder, 'photos', `${name}.jpg`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
    const photo = aPhoto({
      id,
      original: { kind: 'file', path },
      scan: { state: 'pending', job, restoreDeleted: false },
    });
    await this.ports.photos.add(photo, aSourceOf(photo));
    this.analyser.sees(bytes, faces);
    return photo;
  }

  /** Another detection is seen in the photo from now on. */
  nowSees({ original }: Photo, faces: readonly SeenFace[] | Error): void {
    if (original.kind !== 'file') throw new Error('only files are photos of a test');
    const name = original.path.slice(join(this.ports.folder, 'photos').length + 1, -'.jpg'.length);
    this.analyser.sees(Buffer.from(`the photo ${name}`), faces);
  }

  /** The job of photos that were added with its id, of which there are no more. */
  async detectJob(id = aJobId()): Promise<Job> {
    await startJob(this.ports, { id, kind: 'detect', subject: 'a folder', total: null });
    return (await sealScanJob(this.ports, id))!;
  }

  /** Asks for another scan of these photos, a minute later. */
  async rescan(which: readonly PhotoId[] | 'all' | 'failed' = 'all', restoreDeleted = true): Promise<Job> {
    this.ports.clock.advance(60_000);
    const { job } = await requestScan(this.ports, { which, restoreDeleted, subject: 'some photos' });
    this.ports.clock.advance(60_000);
    return job;
  }

  /** The event that announces the photo as it waits now. */
  async announcement(photo: PhotoId): Promise<ScanEvent> {
    const { scan } = (await this.ports.photos.get(photo))!;
    return this.eventOf(photo, scan);
  }

  /** Has a detector take the photo, as if it had just been announced. */
  async scan(photo: PhotoId, detector = this.detector()): Promise<readonly Face[]> {
    await detector.scan(await this.announcement(photo));
    return this.faces(photo);
  }

  faces(photo: PhotoId): Promise<readonly Face[]> {
    return this.ports.faces.ofPhoto(photo);
  }

  async scanOf(photo: PhotoId): Promise<PhotoScan> {
    return (await this.ports.photos.get(photo))!.scan;
  }

  async label({ id, photo }: Face, name: string): Promise<PersonId> {
    const person = aPerson(name);
    if ((await this.ports.people.get(person.id)) === null) await this.ports.people.create(person);
    await this.say(anAssignment(id, person.id, { photo, ...this.now() }));
    return person.id;
  }

  async reject({ id, photo }: Face, name: string): Promise<PersonId> {
    const person = aPerson(name);
    if ((await this.ports.people.get(person.id)) === null) await this.ports.people.create(person);
    await this.say(aRejection(id, person.id, { photo, ...this.now() }));
    return person.id;
  }

  /** Makes it a face that was drawn by hand, as it is. */
  async draw({ standing, ...observed }: Face): Promise<Face> {
    const drawn = { ...observed, origin: 'drawn' } as const;
    await this.ports.faces.upsert([drawn]);
    return { ...drawn, standing };
  }

  /** Deletes a face as people do, so that it can be brought back for a while. */
  async hide({ id, photo, box }: Face): Promise<void> {
    await this.say({ ...aDeletion(id, { photo, ...this.now() }), kind: 'delete', box });
  }

  /** Finishes a deletion: the place of the face is remembered, everything else is removed. */
  async erase({ id }: Face): Promise<void> {
    await eraseFaces(this.ports, [id]);
  }

  /** Deletes a face for good. */
  async delete(face: Face): Promise<void> {
    await this.hide(face);
    await this.erase(face);
  }

  async ignore({ id, photo }: Face): Promise<void> {
    await this.say(anIgnoring(id, { photo, ...this.now() }));
  }

  /** Brings a hidden face back as people do. */
  async restore({ id, photo }: Face): Promise<void> {
    await this.say(aRestoration(id, { photo, ...this.now() }));
  }

  /** What every detector counts with a delay, counted now. */
  async counted(): Promise<void> {
    for (const progress of this.progressOf) await progress.flush();
  }

  async job(id = aJobId()): Promise<Job> {
    await this.counted();
    return (await this.ports.jobs.get(id))!;
  }

  async vectorIds(pack = aPackName()): Promise<FaceId[]> {
    const ids: FaceId[] = [];
    for await (const block of this.ports.vectors.scroll(pack)) ids.push(...block.map(({ face }) => face));
    return ids;
  }

  async vectorOf({ id }: Face, pack = aPackName()): Promise<Float32Array | undefined> {
    return (await this.ports.vectors.get(pack, [id])).get(id);
  }

  async crops(): Promise<string[]> {
    const keys: string[] = [];
    for await (const { key } of this.ports.objects.list('crops/')) keys.push(key);
    return keys.sort();
  }

  private say(decision: Decision): Promise<void> {
    return recordDecisions(this.ports, [decision]);
  }

  private now(): { at: string; seed: number } {
    return { at: this.ports.clock.now(), seed: ++this.count };
  }

  private eventOf(photo: PhotoId, scan: PhotoScan): ScanEvent {
    const facts = { id: `${scan.job}:${photo}`, source: 'test', time: this.ports.clock.now() };
    const isRescan = scan.state === 'pending' && scan.restoreDeleted;
    return isRescan
      ? ({
          ...facts,
          subject: 'photos.rescan',
          data: { photo, job: scan.job, restoreDeleted: true },
        } as EventOf<'photos.rescan'>)
      : ({ ...facts, subject: 'photos.stored', data: { photo, job: scan.job } } as EventOf<'photos.stored'>);
  }
}
