const DIACRITICS = /\p{Diacritic}/gu;
const WORD_START = /[\s\-_.,:;/()“”"']/u;

/** Letters as they are looked for: without case and accents. */
export const folded = (text: string): string =>
  text.normalize('NFKD').replace(DIACRITICS, '').toLowerCase().replace(/\s+/gu, ' ').trim();

/** Far more than any text has; what ends the search for its best fit. */
const NONE = Number.NEGATIVE_INFINITY;
const [START_OF_TEXT, START_OF_WORD, NEXT_LETTER] = [6, 5, 4];

/**
 * How well what was typed fits a text, larger is better; null when its letters are not in the text in this order.
 * Letters that begin words or follow each other fit better than letters from anywhere, and short texts better than
 * long ones.
 */
export function fit(typed: string, text: string): number | null {
  const [wanted, given] = [folded(typed).replaceAll(' ', ''), folded(text)];
  if (wanted === '') return 0;
  if (wanted.length > given.length) return null;
  // `ending[i]`: the best for the letters until now, the last of them found at `i`.
  let ending: number[] = [];
  for (const [index, letter] of [...wanted].entries()) {
    const next: number[] = new Array<number>(given.length).fill(NONE);
    let before = index === 0 ? 0 : NONE;
    for (let at = 0; at < given.length; at += 1) {
      if (index > 0 && at > 0) before = Math.max(before, ending[at - 1]!);
      if (given[at] !== letter) continue;
      const follows = index > 0 && at > 0 ? ending[at - 1]! + NEXT_LETTER : NONE;
      next[at] = Math.max(before + worthAt(given, at), follows) + 1;
    }
    ending = next;
  }
  const best = Math.max(...ending);
  return best === NONE ? null : best - given.length / 100;
}

function worthAt(text: string, at: number): number {
  if (at === 0) return START_OF_TEXT;
  return WORD_START.test(text[at - 1]!) ? START_OF_WORD : 0;
}
