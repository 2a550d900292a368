import { LONGEST_NAME, nameLikeness, namePieces, type PersonWithCounts } from '@kindred/domain';
import type { Connection } from '@kindred/sqlite';
import { personOf, type PersonRow } from './person-rows';

/** So many people with the most pieces of the text in their names are looked at. */
const MOST_CANDIDATES = 300;

const CANDIDATES = `
  SELECT people.* FROM people JOIN (
    SELECT person, count(*) AS shared FROM name_pieces WHERE piece IN (SELECT value FROM json_each(?))
    GROUP BY person ORDER BY shared DESC LIMIT ${MOST_CANDIDATES}
  ) AS candidates ON people.id = candidates.person`;

/** Named people whose names fit what somebody typed, the best first; of those that fit alike, the one with most faces. */
export function alikePeople(
  connection: Connection,
  typed: string,
  limit: number,
): readonly PersonWithCounts[] {
  if (typed.length > LONGEST_NAME) return [];
  const rows = connection.all<PersonRow>(CANDIDATES, JSON.stringify([...namePieces(typed)]));
  return rows
    .map(personOf)
    .map((person) => ({ person, likeness: likenessOf(person, typed) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((one, other) => other.likeness - one.likeness || sizeOf(other.person) - sizeOf(one.person))
    .slice(0, limit)
    .map(({ person }) => person);
}

function likenessOf({ identity, aliases }: PersonWithCounts, typed: string): number {
  const name = identity.kind === 'named' ? identity.name : '';
  return Math.max(...[name, ...aliases].map((each) => nameLikeness(typed, each)));
}

const sizeOf = ({ counts }: PersonWithCounts): number => counts.labeled + counts.inferred + counts.unknown;
