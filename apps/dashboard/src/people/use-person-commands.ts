import { useMemo } from 'react';
import {
  ChangePersonDocument,
  DeletePersonDocument,
  MergePeopleDocument,
  PersonByIdDocument,
  RenamePersonDocument,
  SetCoverDocument,
  type MergePeopleMutation,
  type PersonDetailsInput,
} from '../graphql/generated/graphql';
import { useDashboard } from '../shell/dashboard';
import { useCommands } from '../shell/use-commands';
import { strings } from '../strings/en';
import { useTakingBack } from '../undo/use-taking-back';
import { type Person } from './person-book';

type Results = MergePeopleMutation['mergePeople']['results'];

/** What can be asked of people. Each says what came of it in a toast, and answers whether it was done. */
export function usePersonCommands() {
  const dashboard = useDashboard();
  const { ask } = useCommands();
  const takingBack = useTakingBack();
  return useMemo(() => {
    const { people, ledger, queries, toasts, undo } = dashboard;
    const meet = (person: Person) => {
      people.receive([person]);
      ledger.renamePerson(person);
      queries.write(PersonByIdDocument, { id: person.id }, (data) =>
        data?.person ? { person: { ...data.person, ...person } } : data,
      );
      dashboard.lookAgainSoon();
      dashboard.tell();
    };
    /** Says what was done; where something was done, it can be taken back. */
    const did = (text: string, actionIds: readonly (string | null)[]) => {
      const done = actionIds.filter((id) => id !== null);
      if (done.length > 0) undo.did(text, takingBack(done));
      else toasts.add({ tone: 'done', text });
    };
    /** Those that succeeded; the others are told of. */
    const succeeded = (results: Results): Results => {
      const failures = results.flatMap(({ failure }) => (failure ? [failure.message] : []));
      if (failures.length > 0)
        toasts.add({ tone: 'failed', text: strings.errors.title, details: [...new Set(failures)] });
      return results.filter(({ failure }) => !failure);
    };
    return {
      rename: async (id: string, name: string): Promise<boolean> => {
        const answer = await ask(RenamePersonDocument, { id, name });
        if (!answer) return false;
        const { person, actionId } = answer.renamePerson;
        meet(person);
        did(strings.toasts.renamed(person.displayName), [actionId]);
        return true;
      },
      change: async (id: string, details: PersonDetailsInput, text: string): Promise<boolean> => {
        const answer = await ask(ChangePersonDocument, { id, details });
        if (!answer) return false;
        meet(answer.changePerson.person);
        did(text, [answer.changePerson.actionId]);
        return true;
      },
      setCover: async (personId: string, faceId: string): Promise<boolean> => {
        const answer = await ask(SetCoverDocument, { personId, faceId });
        if (!answer) return false;
        meet(answer.setCover.person);
        did(strings.toasts.coverSet, [answer.setCover.actionId]);
        return true;
      },
      /** Under the face that is given; the survivor's own when there is none. */
      merge: async (into: string, from: string[], cover: string | null = null): Promise<boolean> => {
        const answer = await ask(MergePeopleDocument, { into, from });
        if (!answer) return false;
        const { results } = answer.mergePeople;
        const merged = succeeded(results);
        people.forget(merged.map(({ id }) => id));
        const chosen = merged.length > 0 && cover !== null && cover !== answer.mergePeople.person.cover?.id;
        const covered = chosen ? await ask(SetCoverDocument, { personId: into, faceId: cover }) : null;
        const person = covered?.setCover.person ?? answer.mergePeople.person;
        meet(person);
        if (merged.length === 0) return false;
        did(strings.toasts.merged(merged.length + 1, person.displayName), [
          ...merged.map(({ actionId }) => actionId),
          covered?.setCover.actionId ?? null,
        ]);
        return true;
      },
      remove: async (ids: string[]): Promise<boolean> => {
        const answer = await ask(DeletePersonDocument, { ids });
        if (!answer) return false;
        const deleted = succeeded(answer.deletePerson.results);
        people.forget(deleted.map(({ id }) => id));
        dashboard.lookAgainSoon();
        dashboard.tell();
        if (deleted.length === 0) return false;
        did(
          strings.toasts.peopleDeleted(deleted.length),
          deleted.map(({ actionId }) => actionId),
        );
        return true;
      },
    };
  }, [dashboard, ask, takingBack]);
}
