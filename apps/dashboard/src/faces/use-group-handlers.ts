import { useMemo } from 'react';
import { type Dashboard } from '../shell/dashboard';
import { allFaces } from './face-choice';
import { type GroupHandlers } from './face-group';
import { type FaceCommands } from './use-face-commands';

/** What the headers of groups do. */
export function useGroupHandlers(
  { faces }: Dashboard,
  { run, ask }: FaceCommands,
  fold: (key: string) => void,
  selectAll: GroupHandlers['selectAll'],
): GroupHandlers {
  return useMemo(
    () => ({
      fold,
      selectAll,
      act: (group, command, anchor) => {
        const choice = allFaces(group);
        // What is rejected is never suggested again, so a whole group is asked about first.
        if (command === 'reject') ask({ kind: 'reject', choice, name: group.personName ?? group.title });
        else run(command, choice, anchor);
      },
      retry: (group) => void faces.retry(group.criteria),
    }),
    [faces, run, ask, fold, selectAll],
  );
}
