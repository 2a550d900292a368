import type { api } from '@kindred/contracts';
import type { FaceId, LoggedDecision, PersonId } from '@kindred/domain';

/** What was said at once, of one face or of many. */
export interface Action {
  readonly kind: api.HistoryKind;
  readonly actor: string;
  /** When its last word was said. */
  readonly at: string;
  /** By the id that was said. */
  readonly person: PersonId | null;
  readonly faces: readonly FaceId[];
  /** The places in the log of its last and its first word. */
  readonly last: number;
  readonly first: number;
}

/** Selections of more faces are said in several requests, which follow each other closely. */
const AT_ONCE_MS = 2000;
/** One entry never stands for more than this, so that a page is bounded however much was said at once. */
export const MOST_FACES = 500;

const KINDS = {
  assign: 'LABELED',
  unassign: 'UNLABELED',
  reject: 'REJECTED',
  ignore: 'IGNORED',
  unignore: 'UNIGNORED',
  delete: 'DELETED',
  restore: 'RESTORED',
} as const satisfies Record<LoggedDecision['kind'], api.HistoryKind>;

/** The actions that decisions, newest first, belong to, newest first. */
export function actionsOf(decisions: readonly LoggedDecision[]): Action[] {
  const actions: Action[] = [];
  for (const word of wordsOf(decisions)) {
    const open = actions.at(-1);
    if (open !== undefined && belongTogether(open, word))
      actions[actions.length - 1] = { ...open, faces: [...open.faces, ...word.faces], first: word.first };
    else actions.push(word);
  }
  return actions;
}

/**
 * That a rejection is taken back is said as an assignment that is taken back at once, and a face that comes back gets
 * its label at once: both are one word here.
 */
function wordsOf(decisions: readonly LoggedDecision[]): Action[] {
  const words: Action[] = [];
  for (const decision of decisions) {
    const word = wordOf(decision);
    const later = words.at(-1);
    if (later === undefined || !areSaidAtOnce(later, word)) words.push(word);
    else if (later.kind === 'UNLABELED' && word.kind === 'LABELED')
      words[words.length - 1] = { ...word, kind: 'REJECTION_TAKEN_BACK', last: later.last };
    else if (COMES_BACK.has(word.kind)) words[words.length - 1] = { ...word, last: later.last };
    else words.push(word);
  }
  return words;
}

const COMES_BACK: ReadonlySet<Action['kind']> = new Set(['RESTORED', 'UNIGNORED']);

const areSaidAtOnce = (later: Action, word: Action): boolean =>
  later.faces[0] === word.faces[0] && later.at === word.at && later.actor === word.actor;

function wordOf(decision: LoggedDecision): Action {
  return {
    kind: KINDS[decision.kind],
    actor: decision.actor,
    at: decision.at,
    person: 'person' in decision ? decision.person : null,
    faces: [decision.face],
    last: decision.sequence,
    first: decision.sequence,
  };
}

const belongTogether = (later: Action, earlier: Action): boolean =>
  later.kind === earlier.kind &&
  later.person === earlier.person &&
  later.actor === earlier.actor &&
  later.faces.length < MOST_FACES &&
  !later.faces.includes(earlier.faces[0]!) &&
  Math.abs(Date.parse(later.at) - Date.parse(earlier.at)) <= AT_ONCE_MS;
