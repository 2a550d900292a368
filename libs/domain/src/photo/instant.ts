const HAS_ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/i;

/**
 * Milliseconds since 1970 of an ISO 8601 time, for sorting: a time without a zone, as cameras write it, counts as
 * UTC, so that the order is the same on every computer. 0 for what is no time.
 */
export function instantOf(iso: string): number {
  const instant = Date.parse(HAS_ZONE.test(iso) || !iso.includes('T') ? iso : `${iso}Z`);
  return Number.isNaN(instant) ? 0 : instant;
}
