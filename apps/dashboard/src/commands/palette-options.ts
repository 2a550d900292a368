import { type Person } from '../people/person-book';
import { type Command, type CommandDesk } from './command';
import { fit } from './fuzzy';

/** One line of the palette. */
export type PaletteOption =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'person'; readonly person: Person };

export interface PaletteInput {
  /** What was typed. */
  readonly query: string;
  readonly commands: readonly Command[];
  readonly desk: CommandDesk;
  /** Whom the browser knows; asked only when something was typed. */
  readonly people: readonly Person[];
}

const MOST_PEOPLE = 8;
/** A word that is not shown fits a little worse than the title. */
const LESS_FOR_WORDS = 4;

/**
 * What fits what was typed, best first: people and what can be done now. Everything that can be done, in its own order,
 * when nothing was typed.
 */
export function paletteOptions({ query, commands, desk, people }: PaletteInput): PaletteOption[] {
  const possible = commands.filter(
    ({ id, run, isPossible }) => run !== undefined && id !== 'palette' && (isPossible?.(desk) ?? true),
  );
  if (query.trim() === '') return possible.map((command) => ({ kind: 'command', command }));
  const found = people
    .flatMap((person) => scored({ kind: 'person', person } as const, fit(query, person.displayName)))
    .toSorted(byScore)
    .slice(0, MOST_PEOPLE);
  const named = possible.flatMap((command) =>
    scored({ kind: 'command', command } as const, fitOf(query, command)),
  );
  return [...named, ...found].toSorted(byScore).map(({ option }) => option);
}

interface Scored {
  readonly option: PaletteOption;
  readonly score: number;
}

const byScore = (one: Scored, other: Scored): number => other.score - one.score;

const scored = (option: PaletteOption, score: number | null): Scored[] =>
  score === null ? [] : [{ option, score }];

/** Words that are not shown count only from their beginning: letters from anywhere in them would surprise. */
function fitOf(query: string, { title, words = '' }: Command): number | null {
  const ofTitle = fit(query, title);
  const ofWords = words
    .split(' ')
    .filter((word) => word.startsWith(query.trim().toLowerCase()))
    .map((word) => fit(query, word)! - LESS_FOR_WORDS);
  const best = Math.max(ofTitle ?? -Infinity, ...ofWords);
  return best === -Infinity ? null : best;
}
