import { type Command } from './command';

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const isLetter = (key: string): boolean => /^\p{L}$/u.test(key);

/** Whether these keys are pressed, and no other. Signs like `?` need Shift on some keyboards and not on others. */
export function arePressed(keys: readonly string[], event: Pressed): boolean {
  const key = keys.at(-1)!;
  if (event.altKey || event.key.toLowerCase() !== key.toLowerCase()) return false;
  if ((event.ctrlKey || event.metaKey) !== keys.includes('Mod')) return false;
  return !isLetter(key) || event.shiftKey === keys.includes('Shift');
}

/** The command that a key press means, or null. */
export function commandOfKeys(commands: readonly Command[], event: Pressed): Command | null {
  const means = ({ run, keys = [] }: Command) =>
    run !== undefined && keys.some((way) => arePressed(way, event));
  return commands.find(means) ?? null;
}

const MAC = /Mac|iPhone|iPad/;
const ON_A_MAC: Record<string, string> = { Mod: '⌘', Shift: '⇧' };
const ELSEWHERE: Record<string, string> = { Mod: 'Ctrl' };

/** How keys are called on the keyboards of a platform. */
export function shownKeys(keys: readonly string[], platform = navigator.platform): readonly string[] {
  const names = MAC.test(platform) ? ON_A_MAC : ELSEWHERE;
  return keys.map((key) => names[key] ?? key);
}
