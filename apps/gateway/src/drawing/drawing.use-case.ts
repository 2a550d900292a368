import { randomUUID } from 'node:crypto';
import {
  type Box,
  cropFolderOf,
  cropKeyOf,
  type DescribedFace,
  eraseFaces,
  type Face,
  type FaceAnalysis,
  type FaceId,
  isFaceId,
  isPhotoId,
  KindredError,
  type Photo,
  projectFaces,
  toKindredError,
} from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import type { Labeling } from '../labeling/labeling.use-case';
import type { People } from '../people/people.use-case';
import { checkedBox } from './drawn-box';
import { DrawingJournal, type DrawingOrder } from './drawing-journal';

type Whom = NonNullable<DrawingOrder['whom']>;

/**
 * Faces that humans draw because no detector saw them. What is wanted is written down first, then carried out; whoever
 * carries it out again, after a crash, ends with the same.
 */
export class Drawing {
  private readonly journal: DrawingJournal;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly ports: Ports,
    private readonly analysis: FaceAnalysis,
    private readonly labeling: Labeling,
    private readonly people: People,
  ) {
    this.journal = new DrawingJournal(ports.objects);
  }

  /**
   * Adds a face with landmarks, quality, crop and embedding, as a detector would, and says who it is when that is given.
   * @throws KindredError `NOT_FOUND`, `NAME_INVALID`, what `checkedBox` refuses, or why the photo cannot be read;
   * nothing is drawn then.
   */
  draw(photoId: string, box: Box, whom: Whom | null): Promise<Face> {
    return this.inTurn(async () => {
      const photo = isPhotoId(photoId) ? await this.ports.photos.get(photoId) : null;
      if (photo === null) throw new KindredError('NOT_FOUND', 'There is no such photo.');
      const inside = checkedBox(box, photo, await this.ports.faces.ofPhoto(photo.id));
      if (whom !== null) await this.people.find(whom, { create: false });
      const face = randomUUID() as FaceId;
      return this.perform(photo, { face, photo: photo.id, box: inside, whom });
    });
  }

  /**
   * Moves or resizes a drawn face; it stays who it is.
   * @throws KindredError `NOT_FOUND`, `CONFLICT` when a detector found it, or as `draw` does; it stays where it is then.
   */
  move(faceId: string, box: Box): Promise<Face> {
    return this.inTurn(async () => {
      const face = isFaceId(faceId) ? await this.ports.faces.get(faceId) : null;
      if (face === null) throw new KindredError('NOT_FOUND', 'There is no such face any more.');
      if (face.origin !== 'drawn') {
        throw new KindredError('CONFLICT', 'Only faces that were drawn by hand can be moved.', {
          hint: 'Delete this one and draw another.',
        });
      }
      const photo = await this.ports.photos.get(face.photo);
      if (photo === null) throw new KindredError('NOT_FOUND', 'The photo of this face is gone.');
      const others = (await this.ports.faces.ofPhoto(photo.id)).filter(({ id }) => id !== face.id);
      const inside = checkedBox(box, photo, others);
      return this.perform(photo, { face: face.id, photo: photo.id, box: inside, whom: null });
    });
  }

  /** Finishes, or takes back, what a killed process had begun to draw. */
  finishInterrupted(): Promise<void> {
    return this.inTurn(async () => {
      for (const order of await this.journal.read()) {
        try {
          await this.finish(order);
        } catch (error) {
          const { code, transient } = toKindredError(error);
          this.ports.logger.warn({ face: order.face, code }, 'drawing.not-finished');
          if (!transient) await this.giveUp(order.face);
        }
      }
    });
  }

  private async finish(order: DrawingOrder): Promise<void> {
    const photo = await this.ports.photos.get(order.photo);
    const present = await this.ports.faces.ofPhoto(order.photo);
    const said = (await this.ports.labels.ofFaces([order.face])).get(order.face) ?? [];
    const isDeleted = said.some(({ kind }) => kind === 'delete');
    if (photo === null || isDeleted) return this.giveUp(order.face);
    // Whoever got no answer may have drawn the face once more, or said something else of it.
    checkedBox(
      order.box,
      photo,
      present.filter(({ id }) => id !== order.face),
    );
    await this.perform(photo, said.length === 0 ? order : { ...order, whom: null });
  }

  private async perform(photo: Photo, order: DrawingOrder): Promise<Face> {
    const picture = await this.ports.originals.read(photo);
    const { faces } = await this.analysis.describe(picture, [order.box]);
    await this.journal.write(order);
    await this.store(photo, order, faces[0]!);
    await this.announce(photo, order.face);
    if (order.whom !== null) await this.labeling.label([order.face], order.whom);
    await this.journal.remove(order.face);
    const face = await this.ports.faces.get(order.face);
    if (face === null) throw new KindredError('NOT_FOUND', 'The face was deleted meanwhile.');
    return face;
  }

  private async store(photo: Photo, { face: id, box }: DrawingOrder, seen: DescribedFace): Promise<void> {
    const { faces, vectors, objects, clock } = this.ports;
    const before = await faces.get(id);
    const cropKey = cropKeyOf(id, seen.crop);
    await objects.put(cropKey, seen.crop);
    // What other packs made of the place where it was before says nothing any more.
    await vectors.deleteEverywhere([id]);
    await vectors.upsert(this.analysis.pack, [{ face: id, vector: seen.embedding }]);
    await faces.upsert([
      {
        id,
        photo: photo.id,
        pack: this.analysis.pack,
        origin: 'drawn',
        box,
        landmarks: seen.landmarks,
        score: seen.score,
        quality: seen.quality,
        cropKey,
        detectedAt: before?.detectedAt ?? clock.now(),
        photoDate: photo.metadata.takenAt ?? photo.ingestedAt,
      },
    ]);
    await this.dropCrops(id, cropKey);
    await this.respectDecisions(id);
  }

  /** A face may have been labeled or deleted while it was moved: what humans said last holds. */
  private async respectDecisions(face: FaceId): Promise<void> {
    await projectFaces(this.ports, [face]);
  }

  private async announce({ id: photo, scan: { job } }: Photo, face: FaceId): Promise<void> {
    const data = { photo, job, pack: this.analysis.pack, faces: [face] };
    await this.ports.bus.publish('faces.detected', { id: randomUUID(), data });
  }

  /** Nothing is left of what was not drawn; a face that was to be moved stays where it is, also when it is deleted. */
  private async giveUp(id: FaceId): Promise<void> {
    const [deleted] = await this.ports.faces.deletedAmong([id]);
    const face = (await this.ports.faces.get(id)) ?? deleted;
    if (face === undefined) return this.forget(id);
    await this.dropCrops(id, face.cropKey);
    await this.journal.remove(id);
  }

  /** Removes all that there is of a face. */
  private async forget(face: FaceId): Promise<void> {
    await eraseFaces(this.ports, [face]);
    await this.dropCrops(face, null);
    await this.journal.remove(face);
  }

  private async dropCrops(face: FaceId, kept: string | null): Promise<void> {
    const { objects } = this.ports;
    for await (const { key } of objects.list(cropFolderOf(face))) if (key !== kept) await objects.delete(key);
  }

  /** One after the other: what is checked for one must still hold when it is stored. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work, work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
