import {
  useEffect,
  useId,
  useRef,
  useState,
  type ChangeEvent,
  type ComponentProps,
  type KeyboardEvent,
  type Ref,
} from 'react';

interface ComboboxInput {
  query: string;
  type: (query: string) => void;
  /** How many options fit what was typed. */
  count: number;
  /** Called with the number of an option that there is. */
  pick: (index: number) => void;
}

/** What the parts of a combobox are given to be one: a field, the list below it, and the list's options. */
interface Combobox {
  /** Where the keys are; -1 while there are no options. */
  current: number;
  field: ComponentProps<'input'>;
  list: ComponentProps<'ul'> & { ref: Ref<HTMLUListElement> };
  option: (index: number) => ComponentProps<'li'>;
}

/**
 * A field with a list of what fits: arrows go through the list while the cursor stays in the field, Enter takes an
 * option. Typing starts again at the first. The options must be the list's only children.
 */
export function useCombobox({ query, type, count, pick }: ComboboxInput): Combobox {
  const [active, setActive] = useState(0);
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const current = Math.min(active, count - 1);
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setActive(nextOption(current, 1, count));
    else if (event.key === 'ArrowUp') setActive(nextOption(current, -1, count));
    else if (event.key === 'Enter') {
      if (current >= 0) pick(current);
    } else return;
    event.preventDefault();
  };
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    type(event.target.value);
    setActive(0);
  };
  return {
    current,
    field: {
      role: 'combobox',
      'aria-expanded': count > 0,
      'aria-controls': `${id}-list`,
      'aria-autocomplete': 'list',
      'aria-activedescendant': current >= 0 ? `${id}-${current}` : undefined,
      value: query,
      autoComplete: 'off',
      spellCheck: false,
      maxLength: 200,
      onChange,
      onKeyDown,
    },
    list: { id: `${id}-list`, ref: list, role: 'listbox' },
    option: (index) => ({
      id: `${id}-${index}`,
      role: 'option',
      'aria-selected': index === current,
      onPointerMove: () => setActive(index),
      onClick: () => pick(index),
    }),
  };
}

/** The option that the arrow keys reach next; the ends are joined. */
export function nextOption(current: number, by: 1 | -1, count: number): number {
  return count === 0 ? -1 : (current + by + count) % count;
}
