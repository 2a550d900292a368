import { type Box, type FaceId, isFaceId, isPhotoId, type ObjectStore, type PhotoId } from '@kindred/domain';
import { z } from 'zod';

/** A face that somebody draws, or moves to another place. */
export interface DrawingOrder {
  readonly face: FaceId;
  readonly photo: PhotoId;
  readonly box: Box;
  /** Who it is said to be in the same step. */
  readonly whom: { readonly personId?: string | null; readonly name?: string | null } | null;
}

const FOLDER = 'drawings/';
const keyOf = (face: FaceId): string => `${FOLDER}${face}.json`;

const order: z.ZodType<DrawingOrder> = z.object({
  face: z.string().refine((value): value is FaceId => isFaceId(value)),
  photo: z.string().refine((value): value is PhotoId => isPhotoId(value)),
  box: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
  whom: z.object({ personId: z.string().nullish(), name: z.string().nullish() }).nullable(),
});

/**
 * What is being drawn right now, written down before anything else is: what a crash cuts off is found here at the next
 * start. Empty when nobody draws.
 */
export class DrawingJournal {
  constructor(private readonly objects: ObjectStore) {}

  async write(drawing: DrawingOrder): Promise<void> {
    await this.objects.put(keyOf(drawing.face), Buffer.from(JSON.stringify(drawing)));
  }

  remove(face: FaceId): Promise<void> {
    return this.objects.delete(keyOf(face));
  }

  /** Leaves out what a later version wrote in another way. */
  async read(): Promise<readonly DrawingOrder[]> {
    const orders: DrawingOrder[] = [];
    for await (const { key } of this.objects.list(FOLDER)) {
      const { success, data } = order.safeParse(JSON.parse((await this.objects.get(key)).toString()));
      if (success) orders.push(data);
    }
    return orders;
  }
}
