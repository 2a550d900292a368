/** Both ends inclusive. */
export interface ByteSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * The one range that a `Range` header asks for (RFC 9110). Null for all of it, as for several ranges and for headers
 * that make no sense; `beyond` when there is nothing where it asks.
 */
export function byteRange(header: string | undefined, length: number): ByteSpan | 'beyond' | null {
  const match = /^bytes=(\d*)-(\d*)$/i.exec(header ?? '');
  if (match === null) return null;
  const [, from, to] = match;
  if (from === '') {
    if (to === '') return null;
    const last = Math.min(Number(to), length);
    return last === 0 ? 'beyond' : { start: length - last, end: length - 1 };
  }
  const start = Number(from);
  const end = to === '' ? Infinity : Number(to);
  if (end < start) return null;
  return start < length ? { start, end: Math.min(end, length - 1) } : 'beyond';
}
