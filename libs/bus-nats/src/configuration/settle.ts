import { type Drift, driftOf, refuse, type SettledDrift, type Wanted } from './drift';
import { isNewer, writerOf, writtenBy } from './written-by';

/** How this process configures what it finds on a server. */
export interface Configuring {
  /** The version of Kindred that it is. */
  readonly version: string;
  /** Told of every difference that did not stop the start. */
  readonly onDrift?: (drift: SettledDrift) => void;
}

type Described = { metadata?: Record<string, string> };

/**
 * Compares what the server has with what is wanted, and has the rest changed. What a newer Kindred configured stays as it
 * is, so that in an upgrade that goes from process to process none takes back what the others need.
 * @throws KindredError `BUS_CONFIGURATION_CONFLICT` when a field differs that cannot be changed.
 */
export async function settle<C extends Described>(
  found: C,
  { of, changeable, fixed }: Wanted<C>,
  { version, onDrift = () => undefined }: Configuring,
  change: (changes: Partial<C>) => Promise<unknown>,
): Promise<void> {
  refuse(
    driftOf(of, found, fixed),
    'Use another NATS account for Kindred, or delete it after its work is done.',
  );
  const drift = driftOf(of, found, changeable);
  const writer = writerOf(found.metadata);
  if (isNewer(writer, version)) return tell(drift, true, onDrift);
  if (drift.length === 0 && writer === version) return;
  await change({ ...changeable, metadata: writtenBy(version, found.metadata) });
  tell(drift, false, onDrift);
}

function tell(drifts: readonly Drift[], kept: boolean, onDrift: (drift: SettledDrift) => void): void {
  for (const drift of drifts) onDrift({ ...drift, kept });
}
