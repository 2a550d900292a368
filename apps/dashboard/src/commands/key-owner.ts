/** Whether a key goes to a field in which somebody types. */
export function isTyping({ target }: Pick<Event, 'target'>): boolean {
  const element = target as HTMLElement;
  return element.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(element.tagName);
}

/** Whether something is asked already: keys mean what is asked there. */
export const isAsked = (): boolean =>
  document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;
