import { distanceToBeginning } from './edit-distance';
import { personSearchKey } from './person';

/**
 * How well what somebody typed fits a name, in [0, 1]; 0 when it does not. The whole name is best, then its beginning,
 * the beginning of a word and any part; after those come words that are mistyped. Accents do not count: nobody types
 * them for a search.
 */
export function nameLikeness(typed: string, name: string): number {
  const [wanted, known] = [withoutAccents(typed), withoutAccents(name)];
  if (wanted === '') return 0;
  if (known === wanted) return 1;
  if (known.startsWith(wanted)) return 0.95;
  if (known.includes(` ${wanted}`)) return 0.9;
  if (known.includes(wanted)) return 0.8;
  return mistypedLikeness(wanted.split(' '), known.split(' '));
}

/** Pieces of two letters, with the ends of words: names that are alike share some of them. */
export function namePieces(name: string): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (const word of withoutAccents(name).split(' ')) {
    const letters = [' ', ...word];
    for (let index = 1; index < letters.length; index += 1)
      pieces.add(`${letters[index - 1]}${letters[index]}`);
  }
  return pieces;
}

const MISTYPED_WHOLLY_RIGHT = 0.75;

/** Every word that was typed has to be nearly the beginning of a word of the name. */
function mistypedLikeness(typed: readonly string[], words: readonly string[]): number {
  let sum = 0;
  for (const word of typed) {
    const distance = Math.min(...words.map((known) => distanceToBeginning(word, known)));
    if (distance > mistakesIn(word)) return 0;
    sum += 1 - distance / word.length;
  }
  return (MISTYPED_WHOLLY_RIGHT * sum) / typed.length;
}

/** So many mistakes are one word mistyped; with more it is another word. */
function mistakesIn(word: string): number {
  if (word.length < 3) return 0;
  return word.length < 6 ? 1 : 2;
}

const withoutAccents = (text: string): string =>
  personSearchKey(text.normalize('NFKD').replace(/\p{Diacritic}/gu, ''));
