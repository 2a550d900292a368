import { type Api } from '../api/api';
import { type ApiError, toApiError } from '../api/api-error';
import {
  AnswerSamePersonDocument,
  SamePersonQuestionsDocument,
  TakeBackDocument,
  type AnswerSamePersonMutation,
  type QuestionFragment,
  type SamePersonAnswer,
  type TakenBackFragment,
} from '../graphql/generated/graphql';

export type Question = QuestionFragment;
/** Who the two are now when they are the same, and by which action that can be taken back. */
export type Answered = AnswerSamePersonMutation['answerSamePerson'];

/** So few questions left are a reason to read more. */
const FEW = 4;

/**
 * Questions whether two people are one, the one to answer now on top. An answer shows at once; when the gateway refuses
 * it the question comes back.
 */
export class QuestionDeck {
  error: ApiError | null = null;
  /** Whether the gateway has said what there is. */
  known = false;
  private questions: readonly Question[] = [];
  private more = false;
  /** Answers on their way, and questions whose answer is taken back. */
  private readonly answered = new Set<string>();
  private reading: Promise<void> | null = null;
  private again = false;

  constructor(
    private readonly api: Api,
    private readonly onChange: () => void,
  ) {}

  get top(): Question | null {
    return this.questions[0] ?? null;
  }

  get next(): Question | null {
    return this.questions[1] ?? null;
  }

  /** Reads what is asked now. The question on top stays there while it is still asked. */
  refresh(): Promise<void> {
    if (this.reading !== null) {
      this.again = true;
      return this.reading;
    }
    this.reading = this.read().finally(() => {
      this.reading = null;
      if (!this.again) return;
      this.again = false;
      void this.refresh();
    });
    return this.reading;
  }

  /** @throws ApiError when the gateway refuses; the question is on top again then. */
  async answer(question: Question, answer: SamePersonAnswer): Promise<Answered> {
    this.putAway(question);
    try {
      const variables = { one: question.one.id, other: question.other.id, answer };
      const { answerSamePerson } = await this.api.request(AnswerSamePersonDocument, variables);
      if (this.questions.length < FEW && this.more) void this.refresh();
      return answerSamePerson;
    } catch (thrown) {
      this.putBack(question);
      throw toApiError(thrown);
    }
  }

  /** Takes an answer back, which asks the question again. @throws ApiError when the gateway refuses; it stays answered then. */
  async takeBack(question: Question, actionId: string): Promise<TakenBackFragment> {
    const { takeBack } = await this.api.request(TakeBackDocument, { actionId }).catch((thrown: unknown) => {
      throw toApiError(thrown);
    });
    this.putBack(question);
    return takeBack;
  }

  /** Answers a question again whose answer was taken back. @throws ApiError when the gateway refuses; it is asked then. */
  async answerAgain(question: Question, actionId: string): Promise<TakenBackFragment> {
    this.putAway(question);
    try {
      return (await this.api.request(TakeBackDocument, { actionId })).takeBack;
    } catch (thrown) {
      this.putBack(question);
      throw toApiError(thrown);
    }
  }

  private putAway(question: Question): void {
    this.answered.add(question.id);
    this.show(this.questions.filter(({ id }) => id !== question.id));
  }

  private putBack(question: Question): void {
    this.answered.delete(question.id);
    this.show([question, ...this.questions.filter(({ id }) => id !== question.id)]);
  }

  private async read(): Promise<void> {
    try {
      const { samePersonQuestions } = await this.api.request(SamePersonQuestionsDocument, {});
      const open = samePersonQuestions.nodes.filter(({ id }) => !this.answered.has(id));
      const top = open.find(({ id }) => id === this.top?.id);
      this.known = true;
      this.error = null;
      this.more = samePersonQuestions.pageInfo.hasNextPage;
      this.show(top ? [top, ...open.filter((question) => question !== top)] : open);
    } catch (thrown) {
      this.error = toApiError(thrown);
      this.onChange();
    }
  }

  private show(questions: readonly Question[]): void {
    this.questions = questions;
    this.onChange();
  }
}
