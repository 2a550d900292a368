import { ArrowDownWideNarrow, Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { strings } from '../strings/en';
import { type Sorting, type SortingChoices } from './sorting';
import '../design/overlay.css';

const PERSON_SORTS = {
  SIZE: strings.sort.size, NAME: strings.sort.name, TO_REVIEW: strings.sort.toReview, RECENT: strings.sort.recent,
};
const FACE_SORTS = {
  CONFIDENCE: strings.sort.confidence, DATE: strings.sort.date, OLDEST: strings.sort.oldest, QUALITY: strings.sort.quality,
  UNCERTAIN: strings.sort.uncertain,
};

interface SortMenuProps {
  sorting: Sorting;
  choices: SortingChoices;
  choose: (sorting: Sorting) => void;
}

export function SortMenu({ sorting, choices, choose }: SortMenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="button button--quiet button--small">
        <ArrowDownWideNarrow size={16} aria-hidden />
        {strings.sort.button}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6} collisionPadding={12}>
          {choices.people.length > 1 && (
            <>
              <Choices
                title={strings.sort.groups}
                choices={choices.people}
                names={PERSON_SORTS}
                chosen={sorting.people}
                choose={(people) => choose({ ...sorting, people })}
              />
              <DropdownMenu.Separator className="menu__separator" />
            </>
          )}
          <Choices
            title={strings.sort.faces}
            choices={choices.faces}
            names={FACE_SORTS}
            chosen={sorting.faces}
            choose={(faces) => choose({ ...sorting, faces })}
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
