import type { LoggedDecision } from '@kindred/domain';

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
