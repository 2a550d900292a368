import { z } from 'zod';

/** A whole number that may be written as text, as environment variables are. */
export function wholeNumber(minimum: number, maximum: number) {
  const number = z.number({ error: 'must be a number' });
  const text = z
    .string()
    .refine((value) => value.trim() !== '' && Number.isFinite(Number(value)), 'must be a number');
  return z
    .union([number, text], { error: 'must be a number' })
    .pipe(z.coerce.number<string | number>().int('must be a whole number').min(minimum).max(maximum));
}

/** `true`, `false`, `1`, `0`, `yes`, `no`, `on` or `off`. */
export function flag() {
  return z.union([z.boolean(), z.stringbool()]);
}
