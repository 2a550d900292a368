import { useMemo } from 'react';
import { PersonByIdDocument, TakeBackDocument, type TakenBackFragment } from '../graphql/generated/graphql';
import { type Dashboard, useDashboard } from '../shell/dashboard';
import { useCommands } from '../shell/use-commands';
import { type Step } from './undo-stack';

/** How to take back what was done to people, given the ids of the actions: the last first, as one step. */
export function useTakingBack(): (actionIds: readonly string[]) => Step {
  const dashboard = useDashboard();
  const { ask } = useCommands();
  return useMemo(() => {
    const takingBack =
      (actionIds: readonly string[]): Step =>
      async () => {
        const reverses: string[] = [];
        for (const actionId of [...actionIds].reverse()) {
          const answer = await ask(TakeBackDocument, { actionId });
          // What stands in the way of one may not stand in the way of the others; it was said already.
          if (!answer) continue;
          reverses.push(answer.takeBack.actionId);
          meetAgain(dashboard, answer.takeBack);
        }
        return reverses.length === 0 ? null : takingBack(reverses);
      };
    return takingBack;
  }, [dashboard, ask]);
}

/** Shows people as they are after something was taken back. */
export function meetAgain(dashboard: Dashboard, { people, goneIds }: TakenBackFragment): void {
  dashboard.people.forget(goneIds);
  dashboard.people.receive(people);
  for (const person of people) {
    dashboard.ledger.renamePerson(person);
    dashboard.queries.write(PersonByIdDocument, { id: person.id }, (data) =>
      data?.person ? { person: { ...data.person, ...person } } : data,
    );
  }
  dashboard.lookAgainSoon();
  dashboard.tell();
}
