import { Dialog } from 'radix-ui';
import { useFocusReturn } from '../design/focus-return';
import { strings } from '../strings/en';
import { type CommandGroup } from './command';
import { shownKeys } from './keys';
import { COMMANDS } from './registry';
import './commands.css';

const GROUPS: readonly CommandGroup[] = ['faces', 'review', 'photo', 'library', 'view'];

/** Every key there is, by where it works. */
export function ShortcutList({ close }: { close: () => void }) {
  const returnFocus = useFocusReturn();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content
          className="dialog shortcut-dialog"
          tabIndex={0}
          aria-describedby={undefined}
          onCloseAutoFocus={returnFocus}
        >
          <Dialog.Title className="dialog__title">{strings.commands.view.keys}</Dialog.Title>
          <div className="shortcut-groups">
            {GROUPS.map((group) => (
              <ShortcutGroup key={group} group={group} />
            ))}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function ShortcutGroup({ group }: { group: CommandGroup }) {
  const shortcuts = COMMANDS.filter((command) => command.group === group && command.keys);
  return (
    <section aria-label={strings.commands.groups[group]}>
      <h3>{strings.commands.groups[group]}</h3>
      <dl className="shortcuts">
        {shortcuts.map(({ id, title, keys }) => (
          <div key={id}>
            <dt>{title}</dt>
            <dd>
              {shownKeys(keys![0]!).map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
