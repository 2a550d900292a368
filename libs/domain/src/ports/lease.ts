import { KindredError } from '../errors/kindred-error';

/** One holder's time with a lease. */
export interface Holding {
  /** Higher than that of everybody who held the lease before. */
  readonly token: number;
  /** Aborted with a `KindredError` `LEASE_LOST` once somebody else may hold the lease. */
  readonly signal: AbortSignal;
  /**
   * To be asked right before something is written that only the holder may write.
   * @throws KindredError `LEASE_LOST`, transient, when the lease is somebody else's or cannot be proven to be held.
   */
  confirm(): Promise<void>;
}

/** The right to do what only one may do at a time, agreed upon by everybody who may want to. */
export interface Lease {
  /**
   * Runs the work once nobody else holds the lease, and answers what it answers. The lease is held until the work ends, and
   * passes on by itself when its holder dies or is cut off.
   * @param waiting gives up waiting with the signal's reason; work that has begun goes on.
   */
  hold<T>(work: (holding: Holding) => Promise<T>, waiting?: AbortSignal): Promise<T>;
}

/** The lease is somebody else's by now; trying again waits for it. */
export function leaseLost(name: string, cause?: unknown): KindredError {
  return new KindredError('LEASE_LOST', `The lease ${name} is not held any more.`, {
    about: name,
    cause,
    transient: true,
    hint: 'Nothing needs to be done: whoever holds it now does the work.',
  });
}
