import { z } from 'zod';

/** A whole number that may be written as text, as environment variables are. */
export function wholeNumber(minimum: number, maximum: number) {
  return z.coerce.number({ error: 'must be a number' }).int('must be a whole number').min(minimum).max(maximum);
}

/** `true`, `false`, `1`, `0`, `yes`, `no`, `on` or `off`. */
export function flag() {
  return z.union([z.boolean(), z.stringbool()]);
}
