import type { GraphContext } from './context';

/** Asks once for each request, however many aliases a query has for the field. */
export function oncePerRequest<T extends object>(ask: () => T): (context: GraphContext) => T {
  const answers = new WeakMap<GraphContext, T>();
  return (context) => {
    const answer = answers.get(context) ?? ask();
    answers.set(context, answer);
    return answer;
  };
}
