import { KindredError } from '../errors/kindred-error';

const LARGEST_PAGE = 1000;

/** @throws KindredError `ARGUMENT_INVALID` for what is no limit of a page. */
export function checkLimit(limit: number): void {
  if (Number.isInteger(limit) && limit >= 1 && limit <= LARGEST_PAGE) return;
  throw new KindredError('ARGUMENT_INVALID', `A page has 1 to ${LARGEST_PAGE} items, not ${limit}.`);
}

export type CursorPart = 'number' | 'string';

/** A place in a sorted list: opaque to callers, and only good for the list and the order that it was made for. */
export function encodeCursor(order: string, place: readonly (number | string)[]): string {
  return Buffer.from(JSON.stringify([order, ...place])).toString('base64url');
}

/** @throws KindredError `ARGUMENT_INVALID` for anything but a cursor of this order. */
export function decodeCursor(
  order: string,
  parts: readonly CursorPart[],
  cursor: string,
): readonly (number | string)[] {
  const [found, ...place] = parse(cursor);
  const fits = place.length === parts.length && place.every((value, index) => typeof value === parts[index]);
  if (found !== order || !fits) throw malformed();
  return place as (number | string)[];
}

function parse(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function malformed(): KindredError {
  return new KindredError('ARGUMENT_INVALID', 'This cursor does not belong to this list.', {
    hint: 'Start again from the first page.',
  });
}
