/** Both ends inclusive. */
export interface ByteSpan {
  readonly start: number;
  readonly end: number;
}

/** The one range that a `Range` header asks for (RFC 9110); null for all of it, as for headers that make no sense. */
export function byteRange(header: string | undefined, length: number): ByteSpan | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null || length === 0) return null;
  const [, from, to] = match;
  if (from === '') {
    const last = Number(to);
    return to === '' || last === 0 ? null : { start: Math.max(0, length - last), end: length - 1 };
  }
  const start = Number(from);
  const end = to === '' ? length - 1 : Math.min(Number(to), length - 1);
  return start < length && start <= end ? { start, end } : null;
}
