import { ApiError } from '../api/api-error';
import { aPerson, fakeApi } from '../testing/faces';
import { type Question, QuestionDeck } from './question-deck';

const asked = (name: string) => ({ ...aPerson(name), faces: { nodes: [] } });
const question = (one: string, other: string): Question => ({
  id: `${one}:${other}`,
  one: asked(one),
  other: asked(other),
});

describe('questions whether two people are one', () => {
  const [first, second, third] = [question('Ada', 'Ben'), question('Ada', 'Cleo'), question('Ben', 'Cleo')];
  let open: Question[];
  let hasNextPage: boolean;
  let refusal: ApiError | null;
  let answers: unknown[];
  let deck: QuestionDeck;

  beforeEach(async () => {
    [open, hasNextPage, refusal, answers] = [[first, second, third], false, null, []];
    const api = fakeApi((variables: { one?: string; other?: string; answer?: string }) => {
      if (refusal) throw refusal;
      if ('actionId' in variables) return { takeBack: { actionId: 'reverse', people: [], goneIds: [] } };
      if (variables.one === undefined)
        return { samePersonQuestions: { nodes: open, pageInfo: { hasNextPage } } };
      answers.push(variables);
      const person = variables.answer === 'SAME' ? aPerson('Ada') : null;
      return { answerSamePerson: { person, actionId: 'action' } };
    });
    deck = new QuestionDeck(api, () => undefined);
    await deck.refresh();
  });

  it('come one after the other, each as soon as the one before is answered', async () => {
    expect(deck.top).toBe(first);
    const answering = deck.answer(first, 'DIFFERENT');
    expect(deck.top).toBe(second);
    expect((await answering).person).toBeNull();
    expect((await deck.answer(second, 'SAME')).person?.displayName).toBe('Ada');
    await deck.answer(third, 'LATER');
    expect(deck.top).toBeNull();
    expect(answers).toEqual([
      { one: first.one.id, other: first.other.id, answer: 'DIFFERENT' },
      { one: second.one.id, other: second.other.id, answer: 'SAME' },
      { one: third.one.id, other: third.other.id, answer: 'LATER' },
    ]);
  });

  it('come back when the answer is refused', async () => {
    refusal = new ApiError('UNREACHABLE', 'Kindred does not answer.', null);
    await expect(deck.answer(first, 'SAME')).rejects.toBe(refusal);
    expect(deck.top).toBe(first);
    expect(deck.next).toBe(second);
  });

  it('do not come back with an older list', async () => {
    const answering = deck.answer(first, 'DIFFERENT');
    await deck.refresh();
    await answering;
    expect(deck.top).toEqual(second);
  });

  it('come back on top when the answer is taken back', async () => {
    await deck.answer(first, 'LATER');
    await deck.takeBack(first, 'action');
    expect(deck.top).toBe(first);
    await deck.refresh();
    expect([deck.top, deck.next]).toEqual([first, second]);
  });

  it('go away again when what was taken back is done again, unless that is refused', async () => {
    await deck.answer(first, 'SAME');
    expect((await deck.takeBack(first, 'action')).actionId).toBe('reverse');
    await deck.answerAgain(first, 'reverse');
    expect(deck.top).toBe(second);
    await deck.takeBack(first, 'action');
    refusal = new ApiError('CONFLICT', 'The person was deleted meanwhile.', null);
    await expect(deck.answerAgain(first, 'reverse')).rejects.toBe(refusal);
    expect(deck.top).toBe(first);
  });

  it('stay answered when taking back is refused', async () => {
    await deck.answer(first, 'LATER');
    refusal = new ApiError('UNREACHABLE', 'Kindred does not answer.', null);
    await expect(deck.takeBack(first, 'action')).rejects.toBe(refusal);
    expect(deck.top).toBe(second);
  });

  it('keep the one that is looked at on top, whatever is asked meanwhile', async () => {
    open = [third, { ...first, one: asked('Ada Lovelace') }];
    await deck.refresh();
    expect(deck.top?.one.displayName).toBe('Ada Lovelace');
    open = [third];
    await deck.refresh();
    expect(deck.top).toBe(third);
  });

  it('are read on when few are left', async () => {
    hasNextPage = true;
    await deck.refresh();
    open = [second, third, question('Dana', 'Eve')];
    await deck.answer(first, 'DIFFERENT');
    await deck.refresh();
    await deck.answer(second, 'DIFFERENT');
    await deck.answer(third, 'DIFFERENT');
    expect(deck.top?.id).toBe('Dana:Eve');
  });

  it('say why there are none', async () => {
    refusal = new ApiError('UNREACHABLE', 'Kindred does not answer.', null);
    const unknown = new QuestionDeck(
      fakeApi(() => {
        throw refusal;
      }),
      () => undefined,
    );
    await unknown.refresh();
    expect([unknown.known, unknown.error]).toEqual([false, refusal]);
  });
});
