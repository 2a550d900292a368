import { shownKeys } from './keys';
import { COMMANDS } from './registry';

/** The keys of a command, as they are called here. */
export function CommandKeys({ id }: { id: string }) {
  const keys = COMMANDS.find((command) => command.id === id)?.keys?.[0];
  return keys ? <kbd>{shownKeys(keys).join(' ')}</kbd> : null;
}
