import { History, Redo2, Undo2 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useChangingDashboard, useDashboard } from '../shell/dashboard';
import { strings } from '../strings/en';
import './undo.css';

const MODIFIER = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl';

/** Takes back what was done last, does it again, and leads to all that was ever said. */
export function UndoMenu() {
  const { undo } = useChangingDashboard();
  const [, navigate] = useLocation();
  useUndoKeys();
  const { undoable, redoable } = undo;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        className="icon-button wide-only"
        aria-label={strings.undo.menu}
        title={strings.undo.menu}
      >
        <History size={20} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu undo-menu" align="end" sideOffset={6} collisionPadding={12}>
          <DropdownMenu.Item
            className="menu__item"
            disabled={undoable === null}
            onSelect={() => void undo.undo()}
          >
            <Undo2 size={17} aria-hidden />
            <span className="undo-menu__text">
              {strings.actions.undo}
              <small>{undoable?.text ?? strings.undo.nothing}</small>
            </span>
            <kbd>{MODIFIER} Z</kbd>
          </DropdownMenu.Item>
          <DropdownMenu.Item
            className="menu__item"
            disabled={redoable === null}
            onSelect={() => void undo.redo()}
          >
            <Redo2 size={17} aria-hidden />
            <span className="undo-menu__text">
              {strings.actions.redo}
              {redoable && <small>{redoable.text}</small>}
            </span>
            <kbd>{MODIFIER} ⇧ Z</kbd>
          </DropdownMenu.Item>
          <DropdownMenu.Separator className="menu__separator" />
          <DropdownMenu.Item className="menu__item" onSelect={() => navigate('/history')}>
            <History size={17} aria-hidden />
            {strings.history.title}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function useUndoKeys(): void {
  const { undo } = useDashboard();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      const target = event.target as HTMLElement;
      // A text field takes back what was typed in it.
      if (target.isContentEditable || ['INPUT', 'TEXTAREA'].includes(target.tagName)) return;
      const key = event.key.toLowerCase();
      if (key === 'y' || (key === 'z' && event.shiftKey)) void undo.redo();
      else if (key === 'z') void undo.undo();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undo]);
}
