import { ArrowDownWideNarrow, Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { type FaceState } from '../graphql/generated/graphql';
import { strings } from '../strings/en';
import { FACE_SORTS, PERSON_SORTS } from './sort-names';
import { SORTING_CHOICES } from './sorting';
import { type BoardAddress } from './use-board-address';
import '../design/overlay.css';

const VIEWS = { 'by-person': strings.sort.byPerson, together: strings.sort.together };

interface SortMenuProps {
  state: FaceState;
  address: BoardAddress;
}

/** How faces are put together, and in which order. */
export function SortMenu({ state, address }: SortMenuProps) {
  const choices = SORTING_CHOICES[state];
  const { sorting, together, sort, putTogether } = address;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="button button--quiet button--small view-bar__icon">
        <ArrowDownWideNarrow size={16} aria-hidden />
        <span>{strings.sort.button}</span>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6} collisionPadding={12}>
          {state !== 'IGNORED' && (
            <>
              <Choices
                title={strings.sort.view}
                choices={['by-person', 'together'] as const}
                names={VIEWS}
                chosen={together ? 'together' : 'by-person'}
                choose={(view) => putTogether(view === 'together')}
              />
              <DropdownMenu.Separator className="menu__separator" />
            </>
          )}
          {!together && choices.people.length > 1 && (
            <>
              <Choices
                title={strings.sort.groups}
                choices={choices.people}
                names={PERSON_SORTS}
                chosen={sorting.people}
                choose={(people) => sort({ ...sorting, people })}
              />
              <DropdownMenu.Separator className="menu__separator" />
            </>
          )}
          <Choices
            title={strings.sort.faces}
            choices={choices.faces}
            names={FACE_SORTS}
            chosen={sorting.faces}
            choose={(faces) => sort({ ...sorting, faces })}
          />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface ChoicesProps<Sort extends string> {
  title: string;
  choices: readonly Sort[];
  names: Record<Sort, string>;
  chosen: Sort;
  choose: (sort: Sort) => void;
}

function Choices<Sort extends string>({ title, choices, names, chosen, choose }: ChoicesProps<Sort>) {
  return (
    <>
      <DropdownMenu.Label className="menu__label">{title}</DropdownMenu.Label>
      <DropdownMenu.RadioGroup value={chosen} onValueChange={(value) => choose(value as Sort)}>
        {choices.map((sort) => (
          <DropdownMenu.RadioItem key={sort} value={sort} className="menu__item">
            <span className="menu__check">
              <DropdownMenu.ItemIndicator>
                <Check size={16} strokeWidth={2.6} />
              </DropdownMenu.ItemIndicator>
            </span>
            {names[sort]}
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </>
  );
}
