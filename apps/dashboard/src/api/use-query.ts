import { useCallback, useSyncExternalStore } from 'react';
import { type TypedDocumentString } from '../graphql/generated/graphql';
import { useDashboard } from '../shell/dashboard';
import { type QueryState } from './query-cache';

/** An answer of the gateway, asked for when the component appears and kept up to date while it is there. */
export function useQuery<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): QueryState<Result> {
  const { queries } = useDashboard();
  const text = JSON.stringify(variables);
  // The variables are compared by what they say, not by which object says it.
  const watch = useCallback(
    (listener: () => void) => queries.watch(document, JSON.parse(text) as Variables, listener),
    [queries, document, text],
  );
  return useSyncExternalStore(watch, () => queries.read(document, variables));
}
