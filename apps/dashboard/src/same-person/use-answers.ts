import { useMemo } from 'react';
import { type SamePersonAnswer, StatsDocument } from '../graphql/generated/graphql';
import { useDashboard } from '../shell/dashboard';
import { strings } from '../strings/en';
import { type Step } from '../undo/undo-stack';
import { meetAgain } from '../undo/use-taking-back';
import { type Question } from './question-deck';

/** What can be said to a question. Each says what came of it in a toast; what can be taken back offers that. */
export function useAnswers() {
  const dashboard = useDashboard();
  return useMemo(() => {
    const { questions, people, queries, toasts } = dashboard;
    const count = (by: number) =>
      queries.write(StatsDocument, {}, (data) =>
        data ? { stats: { ...data.stats, questions: Math.max(0, data.stats.questions + by) } } : data,
      );
    /** Asks again; the other way round gives the same answer again. */
    const takingBack =
      (question: Question, actionId: string): Step =>
      async () => {
        try {
          const taken = await questions.takeBack(question, actionId);
          count(1);
          meetAgain(dashboard, taken);
          return answeringAgain(question, taken.actionId);
        } catch (error) {
          toasts.failed(error);
          return null;
        }
      };
    const answeringAgain =
      (question: Question, actionId: string): Step =>
      async () => {
        try {
          const taken = await questions.answerAgain(question, actionId);
          count(-1);
          meetAgain(dashboard, taken);
          return takingBack(question, taken.actionId);
        } catch (error) {
          toasts.failed(error);
          return null;
        }
      };
    return async (question: Question, answer: SamePersonAnswer): Promise<void> => {
      count(-1);
      try {
        const { person, actionId } = await questions.answer(question, answer);
        if (person) {
          people.forget([question.one.id, question.other.id].filter((id) => id !== person.id));
          people.receive([person]);
          dashboard.lookAgainSoon();
          dashboard.tell();
        }
        const text = person ? strings.samePerson.merged(person.displayName) : textOf(answer);
        if (actionId) dashboard.undo.did(text, takingBack(question, actionId));
        else toasts.add({ tone: 'done', text });
      } catch (error) {
        count(1);
        toasts.failed(error);
      }
    };
  }, [dashboard]);
}

const textOf = (answer: SamePersonAnswer): string =>
  answer === 'LATER' ? strings.samePerson.postponed : strings.samePerson.keptApart;
