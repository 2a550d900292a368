import type { PersonId } from '../identity/ids';
import type {
  PersonPair,
  SamePersonAnswer,
  SamePersonQuestion,
  StatementAboutPair,
} from '../person/same-person';
import type { Page, PageRequest } from './page';

/**
 * "Are these two the same person?": what the trainer would like to know, and what humans said to it. Ids are followed
 * through merges, so that whoever became part of somebody is meant by that one's id, also in what was said before; two
 * who became one are no pair any more.
 */
export interface SamePersonQuestions {
  /**
   * Replaces all open questions in one atomic step. Of a pair that is given twice the larger evidence counts. Pairs
   * that are said to be different, that are one person, or of which one does not exist are left out; a postponed one
   * stays postponed. @throws KindredError `ARGUMENT_INVALID` when an evidence is not finite; nothing changes then.
   */
  ask(questions: readonly SamePersonQuestion[]): Promise<void>;
  /**
   * The questions that wait for an answer, most probable first: neither answered nor postponed now, and both people
   * exist. The `one` of each has the smaller id.
   */
  open(page: PageRequest): Promise<Page<SamePersonQuestion>>;
  /** How many questions are open. */
  count(): Promise<number>;
  /**
   * `different` is remembered for ever, whatever is trained, merged, renamed or removed later; `later` hides the pair
   * for `POSTPONED_FOR` from `at` on. The pair need not have been asked about. @throws KindredError `CONFLICT` when the
   * two are one.
   */
  answer(statement: StatementAboutPair & { readonly answer: SamePersonAnswer }): Promise<void>;
  /**
   * Takes back what was answered: the two are not said to be different any more, and a question about them that has
   * not been left out since is open again. @throws KindredError `CONFLICT` when the two are one.
   */
  takeBack(statement: StatementAboutPair): Promise<void>;
  /** Every pair that is said to be two different people, unordered. */
  different(): Promise<readonly PersonPair[]>;
  /**
   * Records what follows from earlier answers when a person is split: these are different people too. Pairs that are
   * one person by now are left out.
   */
  carryOver(pairs: readonly (readonly [PersonId, PersonId])[]): Promise<void>;
}
