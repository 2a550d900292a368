import type { Decision, LoggedDecision } from '@kindred/domain';
import type { Connection } from '@kindred/sqlite';

export interface DecisionRow {
  readonly sequence: number;
  readonly id: string;
  readonly kind: LoggedDecision['kind'];
  readonly face: string;
  readonly photo: string;
  readonly person: string | null;
  readonly box: string | null;
  readonly actor: string;
  readonly at: string;
  readonly action: string | null;
}

export function decisionOf({ person, box, action, ...row }: DecisionRow): LoggedDecision {
  const common = {
    sequence: row.sequence,
    id: row.id,
    face: row.face,
    photo: row.photo,
    actor: row.actor,
    at: row.at,
    ...(action !== null && { action }),
  };
  switch (row.kind) {
    case 'assign':
    case 'reject':
      return { kind: row.kind, ...common, person } as LoggedDecision;
    case 'delete': {
      const [x, y, width, height] = JSON.parse(box!) as number[];
      return { kind: row.kind, ...common, box: { x, y, width, height } } as LoggedDecision;
    }
    default:
      return { kind: row.kind, ...common } as LoggedDecision;
  }
}

/** Appends a decision whose id is not known, at its place if it has one. */
export function insertDecision(
  connection: Connection,
  decision: Decision,
  sequence: number | null = null,
): void {
  const box = decision.kind === 'delete' ? decision.box : null;
  connection.run(
    `INSERT INTO decisions (sequence, id, kind, face, photo, person, box, actor, at, action)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO NOTHING`,
    sequence,
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
