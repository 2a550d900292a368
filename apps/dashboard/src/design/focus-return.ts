import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** What opens over a page and goes again, or comes and goes with what is selected or done. */
const PASSING = '[role="dialog"], [role="menu"], [role="toolbar"], [aria-live]';
/** The face that the tab key reaches. */
const FACE = '[data-face][tabindex="0"]';

/** What had the focus last that is the page's own. */
let onPage: Element | null = null;

/** Remembers what has the focus, for all that returns it. Used once, around everything. */
export function useFocusMemory(): void {
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof Element && !target.closest(PASSING)) onPage = target;
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, []);
}

/**
 * For dialogs that no trigger belongs to, as their `onCloseAutoFocus`: gives the focus back to what had it when the
 * dialog opened, or to what took its place. Where nothing had it, nothing gets it.
 */
export function useFocusReturn(): (event: Event) => void {
  const [before] = useState(() => [document.activeElement, onPage]);
  return (event) => {
    event.preventDefault();
    if (before[0] !== document.body) giveFocus(before);
  };
}

/** For bars and messages that go while the focus may be in them: it goes to a face then, or stays on the page. */
export function useFocusHandover<Bar extends HTMLElement>(): RefObject<Bar | null> {
  const bar = useRef<Bar>(null);
  useLayoutEffect(() => {
    const here = bar.current;
    return () => {
      if (here?.contains(document.activeElement)) setTimeout(() => giveFocus([face(), onPage]));
    };
  }, []);
  return bar;
}

const face = (): Element | null => document.querySelector(FACE);

/** To the first that is there and can have it, else to a face or the page; unless something else took it meanwhile. */
function giveFocus(wanted: readonly (Element | null)[]): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  for (const element of [...wanted, face(), document.querySelector('main')]) {
    if (!(element instanceof HTMLElement)) continue;
    element.focus({ preventScroll: true });
    if (document.activeElement === element) return;
  }
}
