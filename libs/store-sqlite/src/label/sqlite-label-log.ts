import { randomUUID } from 'node:crypto';
import type { Decision, FaceId, LabelLog, LoggedDecision, PersonId, PhotoId } from '@kindred/domain';
import type { Database } from '../database/database';
import { decisionOf, type DecisionRow, insertDecision } from './decision-rows';
import { FIRST_RESERVED, IS_SAID, release, reserve, takeOut, takeOver, writeTo } from './places';

/** How many decisions are written before others get their turn. */
const STEP = 200;

export class SqliteLabelLog implements LabelLog {
  /** Places that could not be given up when writing to them failed. */
  private readonly left = new Set<string>();
  private filled: Promise<unknown> = Promise.resolve();

  constructor(private readonly database: Database) {}

  async append(decisions: readonly Decision[], place?: string): Promise<void> {
    if (place !== undefined) return this.inTurn(() => this.fill(place, decisions));
    if (decisions.length > STEP) {
      return this.inTurn(async () => {
        const ownPlace = randomUUID();
        await this.reserve(ownPlace, decisions.length);
        await this.fill(ownPlace, decisions);
      });
    }
    return this.database.write((connection) => {
      takeOver(connection, decisions);
      for (const decision of decisions) insertDecision(connection, decision);
    });
  }

  async reserve(place: string, count: number): Promise<void> {
    for (const left of this.left) await this.discard(left);
    await this.database.write((connection) => reserve(connection, place, count));
  }

  reserved(): Promise<readonly string[]> {
    return this.database.read((connection) =>
      connection.all<{ id: string }>('SELECT id FROM places ORDER BY first').map(({ id }) => id),
    );
  }

  async discard(place: string): Promise<void> {
    while (!(await this.database.write((connection) => takeOut(connection, place, STEP))));
    this.left.delete(place);
  }

  ofFaces(faces: readonly FaceId[]): Promise<ReadonlyMap<FaceId, readonly LoggedDecision[]>> {
    return this.database.read((connection) => {
      const found = new Map<FaceId, readonly LoggedDecision[]>();
      for (const face of faces) {
        const rows = connection.all<DecisionRow>(
          `SELECT * FROM decisions WHERE face = ? AND ${IS_SAID} ORDER BY sequence`,
          face,
        );
        if (rows.length > 0) found.set(face, rows.map(decisionOf));
      }
      return found;
    });
  }

  ofPhoto(photo: PhotoId): Promise<readonly LoggedDecision[]> {
    return this.database.read((connection) =>
      connection
        .all<DecisionRow>(`SELECT * FROM decisions WHERE photo = ? AND ${IS_SAID} ORDER BY sequence`, photo)
        .map(decisionOf),
    );
  }

  facesMentioning(people: readonly PersonId[]): Promise<readonly FaceId[]> {
    return this.database.read((connection) => {
      const sql = `SELECT DISTINCT face FROM decisions WHERE person = ? AND ${IS_SAID}`;
      const faces = people.flatMap((person) => connection.all<{ face: FaceId }>(sql, person));
      return [...new Set(faces.map(({ face }) => face))];
    });
  }

  after(sequence: number, limit: number): Promise<readonly LoggedDecision[]> {
    return this.database.read((connection) =>
      connection
        .all<DecisionRow>(
          `SELECT * FROM decisions WHERE sequence > ? AND sequence < ${FIRST_RESERVED} ORDER BY sequence LIMIT ?`,
          sequence,
          limit,
        )
        .map(decisionOf),
    );
  }

  lastSequence(): Promise<number> {
    return this.database.read(
      (connection) =>
        connection.get<{ last: number }>(
          `SELECT min(ifnull((SELECT max(sequence) FROM decisions), 0), ${FIRST_RESERVED} - 1) AS last`,
        )!.last,
    );
  }

  ofAction(action: string, sequence: number, limit: number): Promise<readonly LoggedDecision[]> {
    return this.database.read((connection) =>
      connection
        .all<DecisionRow>(
          `SELECT * FROM decisions WHERE action = ? AND sequence > ? AND ${IS_SAID} ORDER BY sequence LIMIT ?`,
          action,
          sequence,
          limit,
        )
        .map(decisionOf),
    );
  }

  before(sequence: number | null, limit: number): Promise<readonly LoggedDecision[]> {
    return this.database.read((connection) =>
      connection
        .all<DecisionRow>(
          `SELECT * FROM decisions WHERE action IS NULL AND sequence < ? AND ${IS_SAID} ORDER BY sequence DESC LIMIT ?`,
          sequence ?? Number.MAX_SAFE_INTEGER,
          limit,
        )
        .map(decisionOf),
    );
  }

  projectedUpTo(): Promise<number> {
    return this.database.read(
      (connection) =>
        connection.get<{ n: number }>(`SELECT n FROM tallies WHERE name = 'labels.projected'`)!.n,
    );
  }

  async markProjected(sequence: number): Promise<void> {
    await this.database.write((connection) =>
      connection.run(`UPDATE tallies SET n = max(n, ?) WHERE name = 'labels.projected'`, sequence),
    );
  }

  /** One place after the other is filled: what is known of one may not depend on whether another will ever be. */
  private inTurn(fill: () => Promise<void>): Promise<void> {
    const turn = this.filled.then(fill);
    this.filled = turn.catch(() => undefined);
    return turn;
  }

  /** Writes a step at a time, so that other writes get their turn in between; the last step shows all of them. */
  private async fill(place: string, decisions: readonly Decision[]): Promise<void> {
    try {
      for (let start = 0; start === 0 || start < decisions.length; start += STEP) {
        await this.database.write((connection) => {
          writeTo(connection, place, start, decisions.slice(start, start + STEP));
          if (start + STEP >= decisions.length) release(connection, place);
        });
      }
    } catch (error) {
      this.left.add(place);
      await this.discard(place).catch(() => undefined);
      throw error;
    }
  }
}
