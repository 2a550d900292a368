import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { chooseSorting } from '../faces/sorting';
import { RescanDialog } from '../settings/rescan-dialog';
import { useChangingDashboard } from '../shell/dashboard';
import { chooseTheme } from '../shell/theme';
import { useCommands } from '../shell/use-commands';
import { type CommandDesk } from './command';
import { CommandPalette } from './command-palette';
import { isAsked, isTyping } from './key-owner';
import { commandOfKeys } from './keys';
import { COMMANDS } from './registry';
import { ShortcutList } from './shortcut-list';

type Open = 'palette' | 'keys' | 'rescan' | null;

const DeskContext = createContext<CommandDesk | null>(null);

/** What commands do things with, for buttons that do the same. */
export function useCommandDesk(): CommandDesk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('There is no CommandCenter around this component.');
  return desk;
}

/** What Undo means where it is more than taking back what was done last; there is no Redo for it. */
export interface OwnUndo {
  isPossible: boolean;
  undo: () => void;
}

interface CommandCenterProps {
  ownUndo?: OwnUndo | null;
  children: ReactNode;
}

/** Listens to the keys of commands, and shows the palette, the keys and what commands ask. */
export function CommandCenter({ ownUndo = null, children }: CommandCenterProps) {
  const [open, setOpen] = useState<Open>(null);
  const common = useDesk(setOpen);
  const desk = useMemo(
    (): CommandDesk =>
      ownUndo ? { ...common, canUndo: ownUndo.isPossible, undo: ownUndo.undo, canRedo: false } : common,
    [common, ownUndo],
  );
  useCommandKeys(desk);
  const close = () => setOpen(null);
  return (
    <DeskContext value={desk}>
      {children}
      {open === 'palette' && (
        <CommandPalette desk={desk} close={() => setOpen((now) => (now === 'palette' ? null : now))} />
      )}
      {open === 'keys' && <ShortcutList close={close} />}
      {open === 'rescan' && <RescanDialog close={close} />}
    </DeskContext>
  );
}

function useDesk(show: (open: Open) => void): CommandDesk {
  const { undo, firstSteps } = useChangingDashboard();
  const { train, retryFailed } = useCommands();
  const [path, go] = useLocation();
  const { undoable, redoable, busy } = undo;
  return useMemo(
    (): CommandDesk => ({
      path,
      // Pressed while something else is taken back, it is what follows.
      canUndo: undoable !== null || busy,
      canRedo: redoable !== null || busy,
      go,
      train: () => void train(),
      askToRescan: () => show('rescan'),
      retryFailed: () => void retryFailed(),
      undo: () => void undo.undo(),
      redo: () => void undo.redo(),
      chooseTheme,
      sort: (state, by) => {
        chooseSorting(state, by);
        // The address says what is shown.
        const address = new URLSearchParams(location.search);
        if ('people' in by) address.set('people', by.people);
        else address.set('order', by.faces);
        go(`${path}?${address.toString()}`);
      },
      showPalette: () => show('palette'),
      showKeys: () => show('keys'),
      showGuide: () => {
        firstSteps.show();
        go('/');
      },
    }),
    [path, undoable, redoable, busy, go, train, retryFailed, undo, firstSteps, show],
  );
}

function useCommandKeys(desk: CommandDesk): void {
  const latest = useRef(desk);
  useEffect(() => {
    latest.current = desk;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat) return;
      const command = commandOfKeys(COMMANDS, event);
      if (!command?.run) return;
      // A text field takes back what was typed in it, and gets every sign that is typed.
      if (isTyping(event) && command.id !== 'palette') return;
      if (command.group === 'view' && isAsked()) return;
      event.preventDefault();
      if (command.isPossible?.(latest.current) ?? true) command.run(latest.current);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
