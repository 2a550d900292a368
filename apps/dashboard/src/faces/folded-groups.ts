import { useCallback, useState } from 'react';

const KEY = 'kindred.folded-groups';
/** So many are remembered; of more, those that were folded last. */
const MOST = 500;

/** Folds a group that was open, and opens one that was folded. The one that was folded last is the last. */
export function toggleFold(folded: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(folded);
  if (!next.delete(key)) next.add(key);
  return new Set([...next].slice(-MOST));
}

/** Keys of groups as they were stored; whatever else is stored there counts as none. */
export function parseFolded(stored: string | null): ReadonlySet<string> {
  try {
    const value: unknown = JSON.parse(stored ?? '[]');
    return new Set(Array.isArray(value) ? value.filter((key) => typeof key === 'string') : []);
  } catch {
    return new Set();
  }
}

/** Keys of the groups that are folded, kept by the browser where it may. */
export function useFoldedGroups(): [ReadonlySet<string>, (key: string) => void] {
  const [folded, setFolded] = useState(stored);
  const fold = useCallback((key: string) => {
    // Another tab may have folded something since.
    const next = toggleFold(stored(), key);
    setFolded(next);
    try {
      localStorage.setItem(KEY, JSON.stringify([...next]));
    } catch {
      // Without storage it stays folded until the page is left.
    }
  }, []);
  return [folded, fold];
}

function stored(): ReadonlySet<string> {
  try {
    return parseFolded(localStorage.getItem(KEY));
  } catch {
    return new Set();
  }
}
