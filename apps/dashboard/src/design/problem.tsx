import { type ApiError } from '../api/api-error';
import { strings } from '../strings/en';
import { EmptyState } from './empty-state';

/** In place of what could not be loaded: the sentence, the hint, and another try. */
export function Problem({ error, retry }: { error: ApiError; retry?: () => void }) {
  return (
    <div role="alert">
      <EmptyState art="lost" title={error.message} text={error.hint}>
        {retry && (
          <button className="button button--quiet" onClick={retry}>
            {strings.actions.retry}
          </button>
        )}
      </EmptyState>
    </div>
  );
}
