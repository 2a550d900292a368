import type { PersonQuery } from '@kindred/domain';
import type { Ports } from '@kindred/platform';

/** With what the names of people begin, each with how many people come before. */
export async function nameInitialsOf({ people }: Ports, query: Pick<PersonQuery, 'search' | 'withHidden'>) {
  let position = 0;
  return (await people.initials(query)).map(({ initial, count, after }) => {
    const told = { initial: initial.toLocaleUpperCase('und'), count, position, after };
    position += count;
    return told;
  });
}
