import { type ReactNode } from 'react';
import './empty-state.css';

interface EmptyStateProps {
  art?: 'faces' | 'done' | 'photos' | 'lost';
  title: string;
  text?: ReactNode;
  children?: ReactNode;
}

/** Says why there is nothing to see, and what to do next. */
export function EmptyState({ art = 'faces', title, text, children }: EmptyStateProps) {
  return (
    <section className="empty-state">
      <svg className="empty-state__art" viewBox="0 0 160 96" aria-hidden>
        {art === 'photos' ? (
          <>
            <rect x="30" y="20" width="62" height="58" rx="10" transform="rotate(-8 61 49)" />
            <rect
              className="front"
              x="66"
              y="18"
              width="66"
              height="60"
              rx="10"
              transform="rotate(6 99 48)"
            />
            <path d="M74 72l17-20 12 13 9-9 17 20" transform="rotate(6 99 48)" />
            <circle cx="112" cy="36" r="5" transform="rotate(6 99 48)" />
          </>
        ) : (
          <>
            <circle cx="64" cy="48" r="30" />
            <circle className="front" cx="98" cy="48" r="30" />
            {art === 'done' && <path className="mark" d="M86 49l9 9 17-19" />}
            {art === 'lost' && <path d="M89 39l18 18M107 39l-18 18" />}
            {art === 'faces' && <path d="M88 55q10 8 20 0M90 42v.5M106 42v.5" />}
          </>
        )}
      </svg>
      <h2 className="empty-state__title">{title}</h2>
      {text && <p className="empty-state__text">{text}</p>}
      {children && <div className="empty-state__actions">{children}</div>}
    </section>
  );
}
