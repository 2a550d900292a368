import { useEffect } from 'react';
import { strings } from '../strings/en';

/** What the browser's tab says while a page is open. */
export function useTitle(title: string | null): void {
  useEffect(() => {
    document.title = title === null ? strings.product : `${title} · ${strings.product}`;
  }, [title]);
}
