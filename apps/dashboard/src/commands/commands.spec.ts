import fc from 'fast-check';
import { aPerson } from '../testing/faces';
import { type CommandDesk } from './command';
import { fit } from './fuzzy';
import { arePressed, commandOfKeys, shownKeys } from './keys';
import { paletteOptions } from './palette-options';
import { COMMANDS } from './registry';

const deskOf = (facts: Partial<CommandDesk> = {}): { desk: CommandDesk; done: unknown[][] } => {
  const done: unknown[][] = [];
  const note =
    (what: string) =>
    (...given: unknown[]) =>
      void done.push([what, ...given]);
  const desk: CommandDesk = {
    path: '/unknown',
    canUndo: false,
    canRedo: false,
    go: note('go'),
    train: note('train'),
    askToRescan: note('askToRescan'),
    retryFailed: note('retryFailed'),
    undo: note('undo'),
    redo: note('redo'),
    chooseTheme: note('chooseTheme'),
    sort: note('sort'),
    showPalette: note('showPalette'),
    showKeys: note('showKeys'),
    showGuide: note('showGuide'),
    ...facts,
  };
  return { desk, done };
};

const titles = (
  query: string,
  facts: Partial<CommandDesk> = {},
  people = [] as ReturnType<typeof aPerson>[],
) =>
  paletteOptions({ query, commands: COMMANDS, desk: deskOf(facts).desk, people }).map((option) =>
    option.kind === 'person' ? option.person.displayName : option.command.title,
  );

describe('the palette', () => {
  it('lists everything that can be done now when nothing was typed', () => {
    const all = titles('');
    expect(all.slice(0, 3)).toEqual(['Labeled faces', 'Inferred faces', 'Unknown faces']);
    expect(all).toEqual(expect.arrayContaining(['Train', 'Rescan the library…', 'Theme: dark', 'Settings']));
    expect(all).not.toContain('Undo');
    expect(all).not.toContain('Command palette');
    expect(titles('', { canUndo: true })).toContain('Undo');
  });

  it.each([
    ['tr', 'Train'],
    ['set', 'Settings'],
    ['theme d', 'Theme: dark'],
    ['dark', 'Theme: dark'],
    ['rescan', 'Rescan the library…'],
    ['export', 'Labels in and out'],
    ['hist', 'History'],
    ['shortcuts', 'Keyboard shortcuts'],
    ['lf', 'Labeled faces'],
  ])('finds by %j first %j', (query, title) => {
    expect(titles(query)[0]).toBe(title);
  });

  it('finds people by letters of their names, without accents, before commands that fit worse', () => {
    const people = ['Zoë Brontë', 'Anna Lindqvist', 'Ångström, Nils'].map((name) => aPerson(name));
    expect(titles('zoe', {}, people)[0]).toBe('Zoë Brontë');
    expect(titles('anlind', {}, people)[0]).toBe('Anna Lindqvist');
    expect(titles('angstr', {}, people)[0]).toBe('Ångström, Nils');
    expect(titles('', {}, people)).not.toContain('Zoë Brontë');
    expect(titles('qqq', {}, people)).toEqual([]);
  });

  it('offers the orders of the tab that is open', () => {
    expect(titles('sort', { path: '/inferred' })).toEqual(
      expect.arrayContaining(['Sort people: most to review', 'Sort faces: newest first']),
    );
    const ofIgnored = titles('sort', { path: '/ignored' }).filter((title) => title.startsWith('Sort'));
    expect(ofIgnored.toSorted()).toEqual([
      'Sort faces: best first',
      'Sort faces: newest first',
      'Sort faces: oldest first',
    ]);
    expect(titles('sort', { path: '/settings' }).filter((title) => title.startsWith('Sort'))).toEqual([]);
  });

  it('does what its lines say', () => {
    const { desk, done } = deskOf({ path: '/labeled', canUndo: true, canRedo: true });
    for (const { run } of COMMANDS) run?.(desk);
    expect(done).toEqual(
      expect.arrayContaining([
        ['go', '/people/same-person'],
        ['train'],
        ['askToRescan'],
        ['undo'],
        ['redo'],
        ['chooseTheme', 'dark'],
        ['sort', 'LABELED', { people: 'NAME' }],
        ['showGuide'],
      ]),
    );
  });
});

describe('keys', () => {
  const press = (
    key: string,
    held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
  ) =>
    commandOfKeys(COMMANDS, { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held })
      ?.id;

  it('mean what the list says, on every platform', () => {
    expect(press('k', { ctrlKey: true })).toBe('palette');
    expect(press('k', { metaKey: true })).toBe('palette');
    expect(press('z', { ctrlKey: true })).toBe('undo');
    expect(press('Z', { metaKey: true, shiftKey: true })).toBe('redo');
    expect(press('y', { ctrlKey: true })).toBe('redo');
    expect(press('?', { shiftKey: true })).toBe('keys');
    expect(press('?')).toBe('keys');
  });

  it('mean nothing with others held, and leave to screens what is theirs', () => {
    expect(press('k')).toBeUndefined();
    expect(press('k', { ctrlKey: true, shiftKey: true })).toBeUndefined();
    expect(press('k', { ctrlKey: true, altKey: true })).toBeUndefined();
    expect(press('l')).toBeUndefined();
    expect(press('ArrowLeft')).toBeUndefined();
  });

  it('are taken by one command each', () => {
    const ways = COMMANDS.flatMap(({ run, keys = [] }) => (run ? keys : [])).map((way) => way.join('+'));
    expect(new Set(ways).size).toBe(ways.length);
    expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length);
  });

  it('are called as they are on the keyboard', () => {
    expect(shownKeys(['Mod', 'Shift', 'Z'], 'MacIntel')).toEqual(['⌘', '⇧', 'Z']);
    expect(shownKeys(['Mod', 'Shift', 'Z'], 'Linux x86_64')).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(
      arePressed(['Mod', 'Z'], { key: 'z', ctrlKey: true, metaKey: false, shiftKey: false, altKey: false }),
    ).toBe(true);
  });
});

describe('what was typed', () => {
  it('fits a text exactly when its letters are in it in this order', () => {
    const letters = fc.stringMatching(/^[abc ]{0,8}$/);
    fc.assert(
      fc.property(letters, letters, (typed, text) => {
        const wanted = typed.replaceAll(' ', '');
        const pattern = new RegExp([...wanted].join('.*'));
        expect(fit(typed, text) !== null).toBe(wanted === '' || pattern.test(text));
      }),
    );
  });

  it('fits beginnings of words better than letters from anywhere', () => {
    const better = (typed: string, one: string, other: string) =>
      expect(fit(typed, one)!).toBeGreaterThan(fit(typed, other)!);
    better('al', 'Anna Lindqvist', 'Natalie');
    better('ann', 'Anna', 'Johanna');
    better('anna', 'Anna', 'Anna Lindqvist');
    better('be', 'Ben', 'Bjarne');
  });
});
