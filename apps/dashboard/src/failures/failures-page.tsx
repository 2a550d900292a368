import { RotateCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { toApiError, type ApiError } from '../api/api-error';
import { useQuery } from '../api/use-query';
import { EmptyState } from '../design/empty-state';
import { Problem } from '../design/problem';
import { GridSkeleton } from '../faces/grid-skeleton';
import { FailuresPageDocument, StatsDocument, type FailuresPageQuery } from '../graphql/generated/graphql';
import { useDashboard } from '../shell/dashboard';
import { useCommands } from '../shell/use-commands';
import { useTitle } from '../shell/use-title';
import { strings } from '../strings/en';
import './failures.css';

type Failures = FailuresPageQuery['failures'];

const PAGE = 200;

/** Which files did not become photos or could not be scanned, and why. */
export function FailuresPage() {
  useTitle(strings.failures.title);
  const { data, error, retry } = useQuery(FailuresPageDocument, { first: PAGE, after: null });
  const stats = useQuery(StatsDocument, {}).data?.stats;
  const { retryFailed } = useCommands();
  const { failures, hasMore, more, problem } = useMoreFailures(data?.failures ?? null);
  if (!data && error) return <Problem error={error} retry={retry} />;
  if (!data) return <GridSkeleton />;
  if (failures.length === 0) {
    return <EmptyState art="done" title={strings.empty.failures.title} text={strings.empty.failures.text} />;
  }
  return (
    <div className="failures">
      <div className="page-title">
        <h1>{strings.failures.title}</h1>
        {stats !== undefined && stats.photos.failed > 0 && (
          <button className="button button--quiet" onClick={() => void retryFailed()}>
            <RotateCw size={16} aria-hidden />
            {strings.failures.retry}
          </button>
        )}
      </div>
      <p className="soft failures__text">{strings.failures.text}</p>
      <ul className="failures__list" aria-label={strings.failures.list}>
        {failures.map(({ path, failure }) => (
          <li key={path} className="failure">
            <p className="failure__path">{path}</p>
            <p>{failure.message}</p>
            {failure.hint && <p className="soft">{failure.hint}</p>}
            <code className="failure__code">{failure.code}</code>
          </li>
        ))}
      </ul>
      {problem && <p role="alert">{problem.message}</p>}
      {hasMore && (
        <button className="button button--quiet" onClick={() => void more()}>
          {strings.failures.more}
        </button>
      )}
    </div>
  );
}

/** The first page, which is read again as things change, and pages after it that were asked for. */
function useMoreFailures(first: Failures | null) {
  const { api } = useDashboard();
  const [pages, setPages] = useState<readonly Failures[]>([]);
  const [problem, setProblem] = useState<ApiError | null>(null);
  useEffect(() => setPages([]), [first]);
  const last = pages.at(-1) ?? first;
  const more = async () => {
    try {
      const { failures } = await api.request(FailuresPageDocument, {
        first: PAGE,
        after: last?.pageInfo.endCursor ?? null,
      });
      setPages((current) => [...current, failures]);
      setProblem(null);
    } catch (thrown) {
      setProblem(toApiError(thrown));
    }
  };
  const failures = [...(first?.nodes ?? []), ...pages.flatMap(({ nodes }) => nodes)];
  return { failures, hasMore: last?.pageInfo.hasNextPage ?? false, more, problem };
}
