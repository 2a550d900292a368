import type { Decision, FaceId, LabelLog, LoggedDecision, PersonId, PhotoId } from '@kindred/domain';
import type { Connection } from '@kindred/sqlite';
import type { Database } from '../database/database';
import { decisionOf, type DecisionRow } from './decision-rows';

/** How many decisions a long write appends before it gives way. */
const STEP = 200;

export class SqliteLabelLog implements LabelLog {
  constructor(private readonly database: Database) {}

  append(decisions: readonly Decision[]): Promise<void> {
    if (decisions.length <= STEP) {
      return this.database.write((connection) => {
        for (const decision of decisions) insertDecision(connection, decision);
      });
    }
    return this.database.writeLong(function* (connection) {
      for (const [index, decision] of decisions.entries()) {
        insertDecision(connection, decision);
        if (index % STEP === 0) yield;
      }
    });
  }

  ofFaces(faces: readonly FaceId[]): Promise<ReadonlyMap<FaceId, readonly LoggedDecision[]>> {
    return this.database.read((connection) => {
      const found = new Map<FaceId, readonly LoggedDecision[]>();
      for (const face of faces) {
        const rows = connection.all<DecisionRow>(
          'SELECT * FROM decisions WHERE face = ? ORDER BY sequence',
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
        .all<DecisionRow>('SELECT * FROM decisions WHERE photo = ? ORDER BY sequence', photo)
        .map(decisionOf),
    );
  }

  facesMentioning(people: readonly PersonId[]): Promise<readonly FaceId[]> {
    return this.database.read((connection) => {
      const sql = 'SELECT DISTINCT face FROM decisions WHERE person = ?';
      const faces = people.flatMap((person) => connection.all<{ face: FaceId }>(sql, person));
      return [...new Set(faces.map(({ face }) => face))];
    });
  }

  after(sequence: number, limit: number): Promise<readonly LoggedDecision[]> {
    return this.database.read((connection) =>
      connection
        .all<DecisionRow>(
          'SELECT * FROM decisions WHERE sequence > ? ORDER BY sequence LIMIT ?',
          sequence,
          limit,
        )
        .map(decisionOf),
    );
  }

  lastSequence(): Promise<number> {
    return this.database.read(
      (connection) =>
        connection.get<{ last: number }>('SELECT ifnull(max(sequence), 0) AS last FROM decisions')!.last,
    );
  }

  ofAction(action: string, sequence: number, limit: number): Promise<readonly LoggedDecision[]> {
    return this.database.read((connection) =>
      connection
        .all<DecisionRow>(
          'SELECT * FROM decisions WHERE action = ? AND sequence > ? ORDER BY sequence LIMIT ?',
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
          'SELECT * FROM decisions WHERE action IS NULL AND sequence < ? ORDER BY sequence DESC LIMIT ?',
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
}

function insertDecision(connection: Connection, decision: Decision): void {
  const box = decision.kind === 'delete' ? decision.box : null;
  connection.run(
    `INSERT INTO decisions (id, kind, face, photo, person, box, actor, at, action)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO NOTHING`,
    decision.id,
    decision.kind,
    decision.face,
    decision.photo,
    'person' in decision ? decision.person : null,
    box === null ? null : JSON.stringify([box.x, box.y, box.width, box.height]),
    decision.actor,
    decision.at,
    decision.action ?? null,
  );
}
