import { type Person } from '../people/person-book';

/** One line of the pop-up that says who a face is. */
export type LabelOption =
  | {
      kind: 'person';
      person: Person;
      /** The other name that fits what was typed, where the name itself does not. */
      alias?: string;
    }
  | { kind: 'new'; name: string };

export interface LabelOptionsInput {
  /** What was typed. */
  query: string;
  /** People who were labeled lately, newest first. */
  recent: readonly Person[];
  /** Whom the faces look like, most probable first: offered first while nothing is typed. */
  similar: readonly Person[];
  /** Whom the gateway found, best first, also mistyped; everybody, largest first, when nothing was typed. */
  found: readonly Person[];
  /** What `found` was found for: it may still answer what was typed before. */
  foundFor: string;
  /** Whom all these faces already belong to: offering them again would do nothing. */
  currentPersonId: string | null;
}

const MOST_OPTIONS = 50;

/**
 * The lines of the pop-up: whom the faces look like, recent people, everybody else found, and last the new person. There
 * is no new person with a name or an alias of an existing one, in whatever case it was typed.
 */
export function labelOptions({
  query,
  recent,
  similar,
  found,
  foundFor,
  currentPersonId,
}: LabelOptionsInput): LabelOption[] {
  const wanted = fold(query);
  const people = new Map<string, Person>();
  // `found` may still answer what was typed before: Enter must never pick somebody who does not fit any more.
  const answers = new Set(foundFor === query.trim() ? found : []);
  const shownRecent = wanted === '' ? recent.filter(({ hidden }) => !hidden) : recent;
  for (const person of [...similar, ...shownRecent, ...found]) {
    const fits = answers.has(person) || namesOf(person).some((name) => fold(name).includes(wanted));
    if (fits) people.set(person.id, people.get(person.id) ?? person);
  }
  const taken = [...people.values()].some((person) => namesOf(person).some((name) => sameName(name, query)));
  if (currentPersonId !== null) people.delete(currentPersonId);
  const options: LabelOption[] = ordered([...people.values()], wanted)
    .slice(0, MOST_OPTIONS)
    .map((person) => ({ kind: 'person', person, alias: fittingAlias(person, wanted) }));
  if (wanted !== '' && !taken) options.push({ kind: 'new', name: tidyName(query) });
  return options;
}

/** A name as it is kept: no spaces around it, single ones inside. */
export const tidyName = (name: string): string => name.trim().replace(/\s+/g, ' ');

const namesOf = ({ displayName, aliases }: Person): readonly string[] => [displayName, ...aliases];

function fittingAlias({ displayName, aliases }: Person, wanted: string): string | undefined {
  if (wanted === '' || fold(displayName).includes(wanted)) return undefined;
  return aliases.find((alias) => fold(alias).includes(wanted));
}

/** A whole name first, then names that begin with what was typed, then mistyped ones; the given order decides else. */
function ordered(people: Person[], wanted: string): Person[] {
  if (wanted === '') return people;
  const rankOf = (name: string) => {
    if (name === wanted) return 0;
    if (name.startsWith(wanted)) return 1;
    return name.includes(wanted) ? 2 : 3;
  };
  const rank = (person: Person) => Math.min(...namesOf(person).map((name) => rankOf(fold(name))));
  return people.sort((one, other) => rank(one) - rank(other));
}

/** Case and spaces do not make another name; accents do. */
const sameName = (one: string, other: string): boolean =>
  tidyName(one).normalize('NFC').toLowerCase() === tidyName(other).normalize('NFC').toLowerCase();

/** For finding, accents do not matter either: nobody types them for a search. */
const fold = (text: string): string =>
  tidyName(text)
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
