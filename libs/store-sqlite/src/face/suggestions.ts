import type { FaceId, PersonId, Suggestion } from '@kindred/domain';
import type { Connection } from '@kindred/sqlite';
import type { LongWrite } from '../database/database';
import { everybodyIn } from '../person/merges';

/** How many faces a long write changes before it gives way. */
const STEP = 200;

const SET = `
  UPDATE faces SET suggested_person = ?1, suggested_kind = (SELECT kind FROM people WHERE id = ?1), confidence = ?2,
    suggested_as = NULL, aside_person = NULL, aside_confidence = NULL
  WHERE id = ?3 AND label_person IS NULL AND ignored = 0 AND deleted IS NULL
    AND (suggested_person IS NOT ?1 OR confidence IS NOT ?2 OR suggested_as IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM rejections WHERE face = ?3 AND person = ?1)`;
const CLEAR = `
  UPDATE faces SET suggested_person = NULL, suggested_kind = NULL, suggested_as = NULL, confidence = NULL
  WHERE id = ? AND label_person IS NULL AND ignored = 0 AND deleted IS NULL AND suggested_person IS NOT NULL`;
const CLEAR_IF_REJECTED = `${CLEAR} AND EXISTS (SELECT 1 FROM rejections WHERE face = faces.id AND person = ?)`;

/** Gives and takes suggestions, leaving alone what humans decided; returns how many faces changed. */
export function changeSuggestions(set: readonly Suggestion[], clear: readonly FaceId[]): LongWrite<number> {
  const given = new Map(set.map(({ face, person }) => [face, person]));
  return function* (connection) {
    let changed = 0;
    let steps = 0;
    for (const face of clear) {
      const person = given.get(face);
      // A face that is given another suggestion changes once, unless it rejected that one.
      changed +=
        person === undefined ? connection.run(CLEAR, face) : connection.run(CLEAR_IF_REJECTED, face, person);
      if (++steps % STEP === 0) yield;
    }
    for (const { person, confidence, face } of set) {
      changed += connection.run(SET, person, confidence, face);
      if (++steps % STEP === 0) yield;
    }
    return changed;
  };
}

/** For whom a suggestion was made is kept, so that it can go back when that one is there again. */
export const SET_ASIDE = `
  UPDATE faces SET aside_person = coalesce(suggested_as, suggested_person), aside_confidence = confidence,
    suggested_person = NULL, suggested_kind = NULL, suggested_as = NULL, confidence = NULL`;
const SET_ASIDE_OF = `${SET_ASIDE}
  WHERE seq IN (SELECT seq FROM faces WHERE suggested_person = ? LIMIT ${STEP})`;
const MOVE = `
  UPDATE faces SET suggested_as = nullif(coalesce(suggested_as, suggested_person), ?1),
    suggested_person = ?1, suggested_kind = (SELECT kind FROM people WHERE id = ?1)
  WHERE seq IN (SELECT seq FROM faces WHERE suggested_person = ?2
                AND NOT EXISTS (SELECT 1 FROM rejections WHERE face = faces.id AND person = ?1) LIMIT ${STEP})`;

/** Moves the suggestions of one person to another; of faces that rejected the other, or of all without another, they are set aside. */
export function moveSuggestions(from: PersonId, to: PersonId | null): LongWrite<void> {
  return function* (connection) {
    if (to === from) return;
    if (to !== null) while (connection.run(MOVE, to, from) > 0) yield;
    while (connection.run(SET_ASIDE_OF, from) > 0) yield;
  };
}

/** Gives somebody who is part of nobody any more the suggestions again that were moved from that one and those in it. */
export function* partSuggestions(
  connection: Connection,
  person: PersonId,
  parts: readonly PersonId[],
): Generator<void, void> {
  const part = `UPDATE faces SET suggested_person = ?1, suggested_as = nullif(suggested_as, ?1) WHERE seq IN
    (SELECT seq FROM faces WHERE suggested_as = ?2 AND suggested_person <> ?1 LIMIT ${STEP})`;
  for (const former of parts) while (connection.run(part, person, former) > 0) yield;
  const contradicted = `${SET_ASIDE} WHERE seq IN
    (SELECT seq FROM faces WHERE suggested_person = ?1 AND label_person <> ?1 LIMIT ${STEP})`;
  while (connection.run(contradicted, person) > 0) yield;
}

/** Brings the suggestions of a person, and of those in it, back that were set aside when there was no such person. */
export function bringBackSuggestions(person: PersonId): LongWrite<void> {
  return function* (connection) {
    const sql = `
      UPDATE faces SET suggested_person = ?1, suggested_kind = (SELECT kind FROM people WHERE id = ?1),
        suggested_as = nullif(aside_person, ?1), confidence = aside_confidence,
        aside_person = NULL, aside_confidence = NULL
      WHERE seq IN (SELECT seq FROM faces WHERE aside_person = ?2 AND suggested_person IS NULL
                    AND (label_person IS NULL OR label_person = ?1)
                    AND NOT EXISTS (SELECT 1 FROM rejections WHERE face = faces.id AND person = ?1) LIMIT ${STEP})`;
    if (connection.get('SELECT 1 FROM people WHERE id = ?', person) === undefined) return;
    for (const part of everybodyIn(connection, person)) while (connection.run(sql, person, part) > 0) yield;
  };
}

/** Makes the standing of the faces suggested for a person follow what the person is now: named, unknown or gone. */
export function* restateSuggestions(connection: Connection, person: PersonId): Generator<void, void> {
  const kind = connection.get<{ kind: string }>('SELECT kind FROM people WHERE id = ?', person)?.kind ?? null;
  const restate = `UPDATE faces SET suggested_kind = ?1 WHERE seq IN
    (SELECT seq FROM faces WHERE suggested_person = ?2 AND suggested_kind IS NOT ?1 LIMIT ${STEP})`;
  while (connection.run(restate, kind, person) > 0) yield;
}
