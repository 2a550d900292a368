import { Dialog } from 'radix-ui';
import { strings } from '../strings/en';

export function ShortcutList({ close }: { close: () => void }) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content className="dialog" aria-describedby={undefined}>
          <Dialog.Title className="dialog__title">{strings.shortcuts.title}</Dialog.Title>
          <dl className="shortcuts">
            {strings.shortcuts.list.map(([keys, meaning]) => (
              <div key={meaning}>
                <dt>{meaning}</dt>
                <dd>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
