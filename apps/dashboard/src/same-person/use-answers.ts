import { useMemo } from 'react';
import { type ApiError } from '../api/api-error';
import { type SamePersonAnswer, StatsDocument } from '../graphql/generated/graphql';
import { useDashboard } from '../shell/dashboard';
import { strings } from '../strings/en';
import { type Step } from '../undo/undo-stack';
import { type Question } from './question-deck';

/** What can be said to a question. Each says what came of it in a toast; what can be taken back offers that. */
export function useAnswers() {
  const dashboard = useDashboard();
  return useMemo(() => {
    const { questions, people, queries, toasts } = dashboard;
    const say = ({ message, hint }: ApiError) =>
      toasts.add({ tone: 'failed', text: message, details: hint ? [hint] : [] });
    const count = (by: number) =>
      queries.write(StatsDocument, {}, (data) =>
        data ? { stats: { ...data.stats, questions: Math.max(0, data.stats.questions + by) } } : data,
      );
    /** Asks again, and the other way round gives the same answer again. */
    const takingBack =
      (question: Question, answer: SamePersonAnswer): Step =>
      async () => {
        try {
          await questions.takeBack(question);
          count(1);
          return answeringAgain(question, answer);
        } catch (error) {
          say(error as ApiError);
          return null;
        }
      };
    const answeringAgain =
      (question: Question, answer: SamePersonAnswer): Step =>
      async () => {
        try {
          await questions.answer(question, answer);
          count(-1);
          return takingBack(question, answer);
        } catch (error) {
          say(error as ApiError);
          return null;
        }
      };
    return async (question: Question, answer: SamePersonAnswer): Promise<void> => {
      count(-1);
      try {
        const person = await questions.answer(question, answer);
        if (person === null) {
          const text = answer === 'LATER' ? strings.samePerson.postponed : strings.samePerson.keptApart;
          dashboard.undo.did(text, takingBack(question, answer));
          return;
        }
        people.forget([question.one.id, question.other.id].filter((id) => id !== person.id));
        people.receive([person]);
        dashboard.lookAgainSoon();
        dashboard.tell();
        toasts.add({ tone: 'done', text: strings.samePerson.merged(person.displayName) });
      } catch (error) {
        count(1);
        say(error as ApiError);
      }
    };
  }, [dashboard]);
}
