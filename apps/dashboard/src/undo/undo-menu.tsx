import { History, Redo2, Undo2 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useLocation } from 'wouter';
import { CommandKeys } from '../commands/command-keys';
import { useChangingDashboard } from '../shell/dashboard';
import { strings } from '../strings/en';
import './undo.css';

/** Takes back what was done last, does it again, and leads to all that was ever said. */
export function UndoMenu() {
  const { undo } = useChangingDashboard();
  const [, navigate] = useLocation();
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
            <CommandKeys id="undo" />
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
            <CommandKeys id="redo" />
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
