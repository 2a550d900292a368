import { ArrowRight, Images, Search, SlidersHorizontal, UserRound } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useEffect, useMemo, useState } from 'react';
import { Avatar } from '../design/avatar';
import { useFocusReturn } from '../design/focus-return';
import { useCombobox } from '../design/use-combobox';
import { type PersonCriteria } from '../people/person-book';
import { useChangingDashboard } from '../shell/dashboard';
import { useDelayed } from '../shell/use-delayed';
import { strings } from '../strings/en';
import { type CommandDesk, type CommandGroup } from './command';
import { CommandKeys } from './command-keys';
import { paletteOptions, type PaletteOption } from './palette-options';
import { COMMANDS } from './registry';
import './commands.css';

const text = strings.commands;
const SEARCH_DELAY_MS = 140;
/** So many of the people with most faces are found by any letters of their names; all others by parts of them. */
const KNOWN_PEOPLE = 500;
const LARGEST: PersonCriteria = { kind: 'NAMED', sort: 'SIZE' };

/** Goes to any page or person and does whatever has a name, without a mouse. */
export function CommandPalette({ desk, close }: { desk: CommandDesk; close: () => void }) {
  const [query, setQuery] = useState('');
  const returnFocus = useFocusReturn();
  const people = usePeople(query);
  const options = paletteOptions({ query, commands: COMMANDS, desk, people });
  const pick = (option: PaletteOption) => {
    // First, since what it does may open a dialog of its own.
    close();
    if (option.kind === 'person') desk.go(`/people/${option.person.id}`);
    else option.command.run?.(desk);
  };
  const combobox = useCombobox({
    query,
    type: setQuery,
    count: options.length,
    pick: (index) => pick(options[index]!),
  });
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content className="palette" aria-describedby={undefined} onCloseAutoFocus={returnFocus}>
          <Dialog.Title className="visually-hidden">{text.palette.title}</Dialog.Title>
          <div className="palette__field">
            <Search size={19} aria-hidden />
            <input
              {...combobox.field}
              aria-label={text.palette.field}
              placeholder={text.palette.placeholder}
              autoFocus
            />
          </div>
          <ul {...combobox.list} className="palette__list" aria-label={text.palette.list}>
            {options.map((option, index) => (
              <li
                key={option.kind === 'person' ? option.person.id : option.command.id}
                {...combobox.option(index)}
                className="palette__option"
              >
                <OptionLine option={option} />
              </li>
            ))}
          </ul>
          {options.length === 0 && (
            <p className="palette__nothing" role="status">
              {text.palette.nothing(query.trim())}
            </p>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const SIGNS: Partial<Record<CommandGroup, typeof ArrowRight>> = { library: Images, view: SlidersHorizontal };

function OptionLine({ option }: { option: PaletteOption }) {
  if (option.kind === 'person') {
    const { person } = option;
    return (
      <>
        {person.cover ? <Avatar url={person.cover.cropUrl} size={28} /> : <UserRound size={18} aria-hidden />}
        <bdi className="palette__title">{person.displayName}</bdi>
        <span className="palette__group">{text.palette.faces(person.faceCount)}</span>
      </>
    );
  }
  const { command } = option;
  const Sign = SIGNS[command.group] ?? ArrowRight;
  return (
    <>
      <Sign size={17} aria-hidden className="palette__sign" />
      <span className="palette__title">{command.title}</span>
      <CommandKeys id={command.id} />
      <span className="palette__group">{text.groups[command.group]}</span>
    </>
  );
}

function usePeople(query: string) {
  const { people } = useChangingDashboard();
  const search = useDelayed(query.trim(), SEARCH_DELAY_MS);
  const found = useMemo((): PersonCriteria => ({ ...LARGEST, search }), [search]);
  useEffect(() => void people.loadUntil(LARGEST, KNOWN_PEOPLE), [people]);
  useEffect(() => {
    if (search !== '') void people.loadUntil(found, 1);
  }, [people, found, search]);
  const known = people.read(LARGEST).people;
  if (search === '') return known;
  return [...new Map([...known, ...people.read(found).people].map((person) => [person.id, person])).values()];
}
