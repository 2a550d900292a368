import type { PersonId, SamePersonQuestion } from '@kindred/domain';
import type { PageQuery } from '../database/page-query';

export interface QuestionRow {
  readonly one: string;
  readonly other: string;
  readonly evidence: number;
}

/** Most probable first; of equal ones the one asked last. */
export function openQuestions(now: number): PageQuery {
  return {
    order: 'questions',
    table: 'pairs',
    branches: [
      { where: 'evidence IS NOT NULL AND different = 0 AND postponed_until <= ?', parameters: [now] },
    ],
    keys: { evidence: 'number', seq: 'number' },
    direction: 'DESC',
  };
}

export function questionOf({ one, other, evidence }: QuestionRow): SamePersonQuestion {
  return { one: one as PersonId, other: other as PersonId, evidence };
}
