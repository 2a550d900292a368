import { useEffect, useRef } from 'react';
import { isAsked, isTyping } from '../commands/key-owner';

export type ReviewKey = 'yes' | 'no' | 'skip' | 'other' | 'ignore' | 'undo' | 'photo' | 'leave';

const KEYS: Record<string, ReviewKey> = {
  y: 'yes',
  Enter: 'yes',
  ArrowRight: 'yes',
  n: 'no',
  ArrowLeft: 'no',
  s: 'skip',
  ArrowDown: 'skip',
  e: 'other',
  i: 'ignore',
  u: 'undo',
  p: 'photo',
  Escape: 'leave',
};

/** What a key means in a review, or null. */
export function reviewKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): ReviewKey | null {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.altKey) return null;
  if (event.ctrlKey || event.metaKey) return key === 'z' && !event.shiftKey ? 'undo' : null;
  return KEYS[key] ?? null;
}

export function useReviewKeys(listening: boolean, act: Record<ReviewKey, () => void>): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!listening) return;
    const onKey = (event: KeyboardEvent) => {
      // A key that is held down must not answer what nobody has seen yet.
      if (event.repeat || event.defaultPrevented || isTyping(event) || isAsked()) return;
      const key = reviewKey(event);
      const onButton = (event.target as HTMLElement).closest('button, a') !== null;
      if (key === null || (event.key === 'Enter' && onButton)) return;
      event.preventDefault();
      latest.current[key]();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [listening]);
}
