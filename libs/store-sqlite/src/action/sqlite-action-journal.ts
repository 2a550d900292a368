import type { Action, ActionJournal, ActionState, Deed, LoggedAction } from '@kindred/domain';
import type { Connection } from '@kindred/sqlite';
import type { Database } from '../database/database';

export class SqliteActionJournal implements ActionJournal {
  constructor(private readonly database: Database) {}

  begin(action: Action): Promise<void> {
    return this.database.write((connection) => insertAction(connection, action));
  }

  async settle(id: string, state: 'done' | 'refused'): Promise<void> {
    await this.database.write((connection) =>
      connection.run(`UPDATE actions SET state = ? WHERE id = ? AND state = 'begun'`, state, id),
    );
  }

  get(id: string): Promise<LoggedAction | null> {
    return this.database.read((connection) => {
      const row = connection.get<ActionRow>(`${SELECT} WHERE id = ?`, id);
      return row === undefined ? null : actionOf(row);
    });
  }

  unsettled(): Promise<readonly LoggedAction[]> {
    return this.database.read((connection) =>
      connection.all<ActionRow>(`${SELECT} WHERE state = 'begun' ORDER BY sequence`).map(actionOf),
    );
  }

  before(sequence: number | null, limit: number): Promise<readonly LoggedAction[]> {
    return this.database.read((connection) =>
      connection
        .all<ActionRow>(
          `${SELECT} WHERE state = 'done' AND sequence < ? ORDER BY sequence DESC LIMIT ?`,
          sequence ?? Number.MAX_SAFE_INTEGER,
          limit,
        )
        .map(actionOf),
    );
  }
}

interface ActionRow {
  readonly sequence: number;
  readonly id: string;
  readonly deed: string;
  readonly actor: string;
  readonly at: string;
  readonly takes_back: string | null;
  readonly decisions: number;
  readonly after: number;
  readonly state: ActionState;
  readonly taken_back_by: string | null;
}

const SELECT = `
  SELECT *, (SELECT id FROM actions AS later WHERE later.takes_back = actions.id AND later.state = 'done'
             ORDER BY sequence DESC LIMIT 1) AS taken_back_by
  FROM actions`;

function insertAction(connection: Connection, { id, deed, actor, at, takesBack, decisions }: Action): void {
  connection.run(
    `INSERT INTO actions (id, deed, actor, at, takes_back, decisions, after)
     VALUES (?, ?, ?, ?, ?, ?, (SELECT coalesce(max(sequence), 0) FROM decisions)) ON CONFLICT (id) DO NOTHING`,
    id,
    JSON.stringify(deed),
    actor,
    at,
    takesBack,
    decisions,
  );
}

function actionOf({ deed, takes_back, taken_back_by, ...row }: ActionRow): LoggedAction {
  return { ...row, deed: JSON.parse(deed) as Deed, takesBack: takes_back, takenBackBy: taken_back_by };
}
