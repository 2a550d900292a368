import { Link } from 'wouter';
import { EmptyState } from '../design/empty-state';
import { useTitle } from '../shell/use-title';
import { strings } from '../strings/en';
import { FacesTogether } from './faces-together';
import { useBoardAddress } from './use-board-address';

const text = strings.ignoring;

/** The faces that nobody wants to see, to look through and to bring back. */
export function IgnoredPage() {
  useTitle(text.title);
  const address = useBoardAddress('IGNORED');
  return (
    <>
      <h1 className="visually-hidden">{text.title}</h1>
      <FacesTogether
        state="IGNORED"
        address={address}
        note={<p className="ignored__text soft">{text.text}</p>}
        empty={
          <EmptyState art="done" title={text.empty.title} text={text.empty.text}>
            <Link className="button button--primary" href="/unknown">
              {text.empty.action}
            </Link>
          </EmptyState>
        }
      />
    </>
  );
}
