import { type FaceState } from '../graphql/generated/graphql';
import { FACE_SORTS, PERSON_SORTS } from '../faces/sort-names';
import { SORTING_CHOICES } from '../faces/sorting';
import { strings } from '../strings/en';
import { type Command } from './command';

const text = strings.commands;
const { library } = text;

const page = (id: keyof typeof text.pages, path: string, words?: string): Command => ({
  id: `go.${id}`,
  group: 'pages',
  title: text.pages[id],
  words,
  run: (desk) => desk.go(path),
});

const PAGES: readonly Command[] = [
  page('labeled', '/labeled', 'named confirmed'),
  page('inferred', '/inferred', 'suggestions'),
  page('unknown', '/unknown', 'groups'),
  page('ignored', '/ignored', 'strangers hidden'),
  page('people', '/people', 'persons names'),
  page('samePerson', '/people/same-person', 'merge questions duplicates'),
  page('review', '/review', 'confirm suggestions'),
  page('search', '/search', 'picture upload find'),
  page('history', '/history', 'log'),
  page('failures', '/failures', 'errors broken'),
  page('exchange', '/exchange', 'export import backup sidecars xmp json'),
  page('settings', '/settings', 'preferences model pack folders token'),
];

const LIBRARY: readonly Command[] = [
  {
    id: 'train',
    group: 'library',
    title: library.train,
    words: 'learn match suggest',
    run: (desk) => desk.train(),
  },
  {
    id: 'rescan',
    group: 'library',
    title: library.rescan,
    words: 'scan detect again deleted',
    run: (desk) => desk.askToRescan(),
  },
  {
    id: 'retry',
    group: 'library',
    title: library.retryFailed,
    words: 'failures errors',
    run: (desk) => desk.retryFailed(),
  },
  {
    id: 'undo',
    group: 'library',
    title: library.undo,
    words: 'take back',
    keys: [['Mod', 'Z']],
    run: (desk) => desk.undo(),
    isPossible: (desk) => desk.canUndo,
  },
  {
    id: 'redo',
    group: 'library',
    title: library.redo,
    words: 'again',
    keys: [
      ['Mod', 'Shift', 'Z'],
      ['Mod', 'Y'],
    ],
    run: (desk) => desk.redo(),
    isPossible: (desk) => desk.canRedo,
  },
];

const VIEW: readonly Command[] = [
  {
    id: 'palette',
    group: 'view',
    title: text.view.palette,
    keys: [['Mod', 'K']],
    run: (desk) => desk.showPalette(),
  },
  {
    id: 'keys',
    group: 'view',
    title: text.view.keys,
    words: 'help keys',
    keys: [['?']],
    run: (desk) => desk.showKeys(),
  },
  {
    id: 'guide',
    group: 'view',
    title: text.view.guide,
    words: 'help start checklist',
    run: (desk) => desk.showGuide(),
  },
  ...(['system', 'light', 'dark'] as const).map((theme): Command => ({
    id: `theme.${theme}`,
    group: 'view',
    title: text.view.theme[theme],
    words: 'appearance colours colors mode night',
    run: (desk) => desk.chooseTheme(theme),
  })),
  ...(['LABELED', 'INFERRED', 'UNKNOWN', 'IGNORED'] as const).flatMap(sortingCommands),
];

/** The orders of a page of faces, possible while it is open. */
function sortingCommands(state: FaceState): Command[] {
  const { people, faces } = SORTING_CHOICES[state];
  const isPossible: Command['isPossible'] = (desk) => desk.path === `/${state.toLowerCase()}`;
  return [
    ...people.map((sort): Command => ({
      id: `sort.${state}.people.${sort}`,
      group: 'view',
      title: text.view.sortPeople(PERSON_SORTS[sort]),
      words: 'order',
      run: (desk) => desk.sort(state, { people: sort }),
      isPossible: (desk) => people.length > 1 && isPossible(desk),
    })),
    ...faces.map((sort): Command => ({
      id: `sort.${state}.faces.${sort}`,
      group: 'view',
      title: text.view.sortFaces(FACE_SORTS[sort]),
      words: 'order',
      run: (desk) => desk.sort(state, { faces: sort }),
      isPossible,
    })),
  ];
}

const keysOnly = (
  group: 'faces' | 'photo' | 'review',
  id: keyof typeof text.keysOnly,
  keys: readonly string[],
): Command => ({ id: `${group}.${id}`, group, title: text.keysOnly[id], keys: [keys] });

/** What keys do with the face or photo that is in front of somebody; the screens that show it listen to them. */
const KEYS_ONLY: readonly Command[] = [
  keysOnly('faces', 'move', ['←', '→', '↑', '↓']),
  keysOnly('faces', 'select', ['Space']),
  keysOnly('faces', 'range', ['Shift', 'Click']),
  keysOnly('faces', 'lasso', ['Drag']),
  keysOnly('faces', 'open', ['Enter']),
  keysOnly('faces', 'label', ['L']),
  keysOnly('faces', 'confirm', ['Y']),
  keysOnly('faces', 'reject', ['N']),
  keysOnly('faces', 'unlabel', ['U']),
  keysOnly('faces', 'ignore', ['I']),
  keysOnly('faces', 'remove', ['Delete']),
  keysOnly('faces', 'everything', ['Mod', 'A']),
  keysOnly('faces', 'invert', ['Mod', 'I']),
  keysOnly('faces', 'clear', ['Esc']),
  keysOnly('photo', 'neighbour', ['←', '→']),
  keysOnly('photo', 'draw', ['A']),
  keysOnly('photo', 'ignore', ['I']),
  keysOnly('photo', 'zoom', ['+', '−', '0']),
  keysOnly('review', 'yes', ['Y']),
  keysOnly('review', 'no', ['N']),
  keysOnly('review', 'skip', ['S']),
  keysOnly('review', 'other', ['E']),
  keysOnly('review', 'ignore', ['I']),
];

/** Everything that can be done by name or by key, in the order in which it is listed. */
export const COMMANDS: readonly Command[] = [...PAGES, ...LIBRARY, ...VIEW, ...KEYS_ONLY];
