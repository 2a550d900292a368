import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useSearchParams } from 'wouter';

/** The photos of the list from which the photo view was opened: what `previous` and `next` mean there. */
let trail: readonly string[] = [];
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export interface PhotoTrail {
  isOpen: boolean;
  photoId: string | null;
  /** The face for whose sake the photo was opened. */
  faceId: string | null;
  previous: string | null;
  next: string | null;
  open: (photoId: string, faceId: string | null, photos: readonly string[]) => void;
  go: (photoId: string) => void;
  close: () => void;
}

/** The photo view is part of the address (`?photo=`), so that Back closes it and a link opens it. */
export function usePhotoTrail(): PhotoTrail {
  const [search, setSearch] = useSearchParams();
  const photos = useSyncExternalStore(subscribe, () => trail);
  const photoId = search.get('photo');
  const faceId = search.get('face');
  const set = useCallback(
    (photo: string | null, face: string | null, replace: boolean) =>
      setSearch(
        (current) => {
          const next = new URLSearchParams(current);
          next.delete('photo');
          next.delete('face');
          if (photo !== null) next.set('photo', photo);
          if (face !== null) next.set('face', face);
          return next;
        },
        { replace },
      ),
    [setSearch],
  );
  return useMemo(() => {
    const at = photoId === null ? -1 : photos.indexOf(photoId);
    return {
      isOpen: photoId !== null,
      photoId,
      faceId,
      previous: at > 0 ? photos[at - 1]! : null,
      next: at >= 0 ? (photos[at + 1] ?? null) : null,
      open: (photo, face, list) => {
        trail = list;
        for (const listener of listeners) listener();
        set(photo, face, false);
      },
      go: (photo) => set(photo, null, true),
      close: () => set(null, null, true),
    };
  }, [photoId, faceId, photos, set]);
}
