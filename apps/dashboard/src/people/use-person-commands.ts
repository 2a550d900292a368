import { useMemo } from 'react';
import {
  DeletePersonDocument,
  MergePeopleDocument,
  PersonByIdDocument,
  RenamePersonDocument,
  SetCoverDocument,
  type MergePeopleMutation,
} from '../graphql/generated/graphql';
import { useDashboard } from '../shell/dashboard';
import { useCommands } from '../shell/use-commands';
import { strings } from '../strings/en';
import { type Step } from '../undo/undo-stack';
import { type Person } from './person-book';

type Results = MergePeopleMutation['mergePeople']['results'];

/** What can be asked of people. Each says what came of it in a toast, and answers whether it was done. */
export function usePersonCommands() {
  const dashboard = useDashboard();
  const { ask } = useCommands();
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
    /** Renames, and back by the same way. */
    const renaming =
      (id: string, name: string, former: string): Step =>
      async () => {
        const answer = await ask(RenamePersonDocument, { id, name });
        if (!answer) return null;
        meet(answer.renamePerson);
        return renaming(id, former, name);
      };
    /** Ids that succeeded; the others are told of. */
    const succeeded = (results: Results): string[] => {
      const failures = results.flatMap(({ failure }) => (failure ? [failure.message] : []));
      if (failures.length > 0) toasts.add({ tone: 'failed', text: strings.errors.title, details: [...new Set(failures)] });
      return results.flatMap(({ id, failure }) => (failure ? [] : [id]));
    };
    return {
      rename: async (id: string, name: string): Promise<boolean> => {
        const before = await ask(PersonByIdDocument, { id });
        if (!before) return false;
        const answer = await ask(RenamePersonDocument, { id, name });
        if (!answer) return false;
        meet(answer.renamePerson);
        const text = strings.toasts.renamed(answer.renamePerson.displayName);
        const former = before.person?.name ?? null;
        // Giving somebody a first name labels all the faces: that is not taken back by a name.
        if (former === null) toasts.add({ tone: 'done', text });
        else undo.did(text, renaming(id, former, answer.renamePerson.name ?? name));
        return true;
      },
      setCover: async (personId: string, faceId: string): Promise<boolean> => {
        const answer = await ask(SetCoverDocument, { personId, faceId });
        if (!answer) return false;
        meet(answer.setCover);
        toasts.add({ tone: 'done', text: strings.toasts.coverSet });
        return true;
      },
      merge: async (into: string, from: string[]): Promise<boolean> => {
        const answer = await ask(MergePeopleDocument, { into, from });
        if (!answer) return false;
        const merged = succeeded(answer.mergePeople.results);
        people.forget(merged);
        meet(answer.mergePeople.person);
        if (merged.length === 0) return false;
        toasts.add({ tone: 'done', text: strings.toasts.merged(merged.length + 1, answer.mergePeople.person.displayName) });
        return true;
      },
      remove: async (ids: string[]): Promise<boolean> => {
        const answer = await ask(DeletePersonDocument, { ids });
        if (!answer) return false;
        const deleted = succeeded(answer.deletePerson.results);
        people.forget(deleted);
        dashboard.lookAgainSoon();
        dashboard.tell();
        if (deleted.length === 0) return false;
        toasts.add({ tone: 'done', text: strings.toasts.peopleDeleted(deleted.length) });
        return true;
      },
    };
  }, [dashboard, ask]);
}
