import { useSyncExternalStore } from 'react';

const KEY = 'kindred.face-size';

/** How large faces are drawn, as a factor of what is usual for the screen. */
export const FACE_SIZES = { smallest: 0.6, largest: 1.9, usual: 1, step: 0.1 };

/** A remembered size as far as it makes sense. */
export function parseFaceSize(stored: string | null): number {
  const size = Number(stored ?? NaN);
  return size >= FACE_SIZES.smallest && size <= FACE_SIZES.largest ? size : FACE_SIZES.usual;
}

let size: number | null = null;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

function current(): number {
  try {
    size ??= parseFaceSize(localStorage.getItem(KEY));
  } catch {
    size ??= FACE_SIZES.usual;
  }
  return size;
}

function choose(chosen: number): void {
  size = parseFaceSize(String(chosen));
  try {
    localStorage.setItem(KEY, String(size));
  } catch {
    // Without storage the size lasts until the page is closed.
  }
  for (const listener of listeners) listener();
}

/** The size of faces everywhere, kept by the browser where it may. */
export function useFaceSize(): [number, (size: number) => void] {
  return [useSyncExternalStore(subscribe, current), choose];
}
