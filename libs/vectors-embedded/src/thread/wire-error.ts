import { KindredError, toKindredError } from '@kindred/domain';
import type { WireError } from './messages';

/** Any error as something that can be sent to another thread. */
export function onTheWire(error: unknown): WireError {
  const { code, message, hint, transient } = toKindredError(error);
  return { code, message, hint, transient };
}

export function fromTheWire({ code, message, hint, transient }: WireError): KindredError {
  return new KindredError(code, message, { transient, ...(hint !== undefined && { hint }) });
}
