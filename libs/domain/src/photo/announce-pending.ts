import type { JobId } from '../identity/ids';
import type { EventBus } from '../ports/event-bus';
import { pagesOf } from '../ports/pages-of';
import type { PhotoStore } from '../ports/photo-store';

/** What is needed to tell detectors about photos. */
export interface ScanPorts {
  readonly photos: PhotoStore;
  readonly bus: Pick<EventBus, 'publishAll'>;
}

/**
 * Publishes again every photo that waits for detection, of one job or of all: what a crash between writing a photo
 * and publishing it left unannounced. Announcing a photo twice is harmless, since events are deduplicated and a
 * detector ignores a photo that no longer waits. Returns how many were announced.
 */
export async function announcePending({ photos, bus }: ScanPorts, job?: JobId): Promise<number> {
  let announced = 0;
  for await (const page of pagesOf((request) => photos.pending(request))) {
    const stored = [];
    const rescans = [];
    for (const { id: photo, scan } of page) {
      if (scan.state !== 'pending' || (job !== undefined && scan.job !== job)) continue;
      const id = `${scan.job}:${photo}`;
      if (scan.restoreDeleted) rescans.push({ id, data: { photo, job: scan.job, restoreDeleted: true } });
      else stored.push({ id, data: { photo, job: scan.job } });
    }
    await bus.publishAll('photos.stored', stored);
    await bus.publishAll('photos.rescan', rescans);
    announced += stored.length + rescans.length;
  }
  return announced;
}
