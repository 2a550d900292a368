import type { JobId } from '../identity/ids';
import type { EventBus } from '../ports/event-bus';
import type { PhotoStore } from '../ports/photo-store';

/** What is needed to tell detectors about photos. */
export interface ScanPorts {
  readonly photos: PhotoStore;
  readonly bus: Pick<EventBus, 'publishAll'>;
}

const PAGE = 1000;

/**
 * Publishes again every photo that waits for detection, of one job or of all: what a crash between writing a photo
 * and publishing it left unannounced. Announcing a photo twice is harmless, since events are deduplicated and a
 * detector ignores a photo that no longer waits. Returns how many were announced.
 */
export async function announcePending({ photos, bus }: ScanPorts, job?: JobId): Promise<number> {
  let announced = 0;
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof photos.pending>> = await photos.pending({ limit: PAGE, after });
    const stored = [];
    const rescans = [];
    for (const { id: photo, scan } of page.items) {
      if (scan.state !== 'pending' || (job !== undefined && scan.job !== job)) continue;
      const id = `${scan.job}:${photo}`;
      if (scan.restoreDeleted) rescans.push({ id, data: { photo, job: scan.job, restoreDeleted: true } });
      else stored.push({ id, data: { photo, job: scan.job } });
    }
    await bus.publishAll('photos.stored', stored);
    await bus.publishAll('photos.rescan', rescans);
    announced += stored.length + rescans.length;
    after = page.next;
  } while (after !== null);
  return announced;
}
