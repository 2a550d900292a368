import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { type TypedDocumentString } from '../graphql/generated/graphql';
import { useDashboard } from '../shell/dashboard';
import { type QueryState } from './query-cache';

export interface Query<Result> extends QueryState<Result> {
  /** Asks again, after an error. */
  retry: () => void;
}

/** An answer of the gateway, asked for when the component appears and kept up to date while it is there. */
export function useQuery<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Query<Result> {
  const { queries } = useDashboard();
  const text = JSON.stringify(variables);
  // The variables are compared by what they say, not by which object says it.
  const watch = useCallback(
    (listener: () => void) => queries.watch(document, JSON.parse(text) as Variables, listener),
    [queries, document, text],
  );
  const state = useSyncExternalStore(watch, () => queries.read(document, variables));
  return useMemo(
    () => ({ ...state, retry: () => queries.retry(document, JSON.parse(text) as Variables) }),
    [state, queries, document, text],
  );
}
