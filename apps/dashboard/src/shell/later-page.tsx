import { type ComponentType, type ReactNode, useEffect, useReducer, useState } from 'react';
import { ApiError, UNREACHABLE } from '../api/api-error';
import { Problem } from '../design/problem';
import { GridSkeleton } from '../faces/grid-skeleton';
import { strings } from '../strings/en';
import { useDashboard } from './dashboard';

/** What brings the code of pages that are not on the first screen. */
const loadings: (() => Promise<void>)[] = [];

/**
 * A component whose code is fetched when it is first shown, unless `fetchLaterPages` did it before: then it is there at
 * once. Where the code does not come, the page says so and goes on when Kindred answers again.
 */
export function laterPage<Props extends object>(
  fetchPage: () => Promise<ComponentType<Props>>,
  place: ReactNode = <GridSkeleton />,
): ComponentType<Props> {
  let Page: ComponentType<Props> | null = null;
  const load = async () => {
    Page = await fetchPage();
  };
  loadings.push(load);
  return function LaterPage(props: Props) {
    const [failed, setFailed] = useState(false);
    const [, redraw] = useReducer((count: number) => count + 1, 0);
    useEffect(() => {
      if (Page === null) void load().then(redraw, () => setFailed(true));
    }, []);
    if (Page !== null) return <Page {...props} />;
    return failed ? <MissingCode /> : place;
  };
}

/** Fetches the code of all pages, so that going to one takes no time and needs no connection. */
export async function fetchLaterPages(): Promise<void> {
  // Whatever does not come now is fetched again when it is needed.
  for (const load of loadings) await load().catch(() => undefined);
}

function MissingCode() {
  const { live } = useDashboard();
  useEffect(() => live.onReconnected(reloadIfAnswered), [live]);
  const { unreachable, unreachableHint } = strings.errors;
  return (
    <Problem
      error={new ApiError(UNREACHABLE, unreachable, unreachableHint)}
      retry={() => void reloadIfAnswered()}
    />
  );
}

/** A browser may remember that code did not come, and a newer Kindred has other code: only loading anew helps. */
async function reloadIfAnswered(): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
  if (answer?.ok) location.reload();
}
