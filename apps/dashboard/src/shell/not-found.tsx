import { Link } from 'wouter';
import { EmptyState } from '../design/empty-state';
import { strings } from '../strings/en';
import { useTitle } from './use-title';

export function NotFound() {
  useTitle(strings.empty.notFound.title);
  return (
    <EmptyState art="lost" title={strings.empty.notFound.title} text={strings.empty.notFound.text}>
      <Link className="button button--primary" href="/">
        {strings.empty.notFound.action}
      </Link>
    </EmptyState>
  );
}
