import type { Job, JobChange, JobId, JobState, JobStore } from '@kindred/domain';
import type { Connection, Value } from '@kindred/sqlite';
import type { Database } from '../database/database';
import { jobListStatement } from './job-queries';

interface JobRow {
  readonly id: string;
  readonly kind: Job['kind'];
  readonly state: JobState;
  readonly subject: string;
  readonly total: number | null;
  readonly done: number;
  readonly failed: number;
  readonly started_at: string;
  readonly updated_at: string;
  readonly finished_at: string | null;
  readonly failure: string | null;
  readonly stage: Job['stage'];
  readonly result: string | null;
}

export class SqliteJobStore implements JobStore {
  constructor(private readonly database: Database) {}

  async put(job: Job): Promise<void> {
    await this.database.write((connection) =>
      connection.run(
        `INSERT INTO jobs (id, kind, state, subject, total, done, failed, started_at, updated_at, finished_at, failure,
           stage, result)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, state = excluded.state, subject = excluded.subject,
           total = excluded.total, done = excluded.done, failed = excluded.failed, started_at = excluded.started_at,
           updated_at = excluded.updated_at, finished_at = excluded.finished_at, failure = excluded.failure,
           stage = excluded.stage, result = excluded.result`,
        job.id,
        job.kind,
        job.state,
        job.subject,
        job.total,
        job.done,
        job.failed,
        job.startedAt,
        job.updatedAt,
        job.finishedAt,
        storedFacts(job.failure),
        job.stage,
        storedFacts(job.result),
      ),
    );
  }

  update(id: JobId, change: JobChange): Promise<Job | null> {
    return this.database.write((connection) => {
      const columns = columnsOf(change);
      if (columns.length > 0) {
        const assignments = columns.map(([name]) => `${name} = ?`).join(', ');
        const sql = `UPDATE jobs SET ${assignments} WHERE id = ? AND state = 'running'`;
        connection.run(sql, ...columns.map(([, value]) => value), id);
      }
      return find(connection, id);
    });
  }

  get(id: JobId): Promise<Job | null> {
    return this.database.read((connection) => find(connection, id));
  }

  list({ state, limit = 100 }: { readonly state?: JobState; readonly limit?: number } = {}): Promise<
    readonly Job[]
  > {
    const { sql, parameters } = jobListStatement(state, limit);
    return this.database.read((connection) => connection.all<JobRow>(sql, ...parameters).map(jobOf));
  }
}

function find(connection: Connection, id: JobId): Job | null {
  const row = connection.get<JobRow>('SELECT * FROM jobs WHERE id = ?', id);
  return row === undefined ? null : jobOf(row);
}

/** The columns that a change names, in a fixed order, so that few statements are prepared. */
function columnsOf(change: JobChange): (readonly [string, Value])[] {
  const columns: (readonly [string, Value | undefined])[] = [
    ['state', change.state],
    ['total', change.total],
    ['done', change.done],
    ['failed', change.failed],
    ['updated_at', change.updatedAt],
    ['finished_at', change.finishedAt],
    ['failure', change.failure === undefined ? undefined : storedFacts(change.failure)],
    ['stage', change.stage],
    ['result', change.result === undefined ? undefined : storedFacts(change.result)],
  ];
  return columns.filter((column): column is readonly [string, Value] => column[1] !== undefined);
}

function storedFacts(facts: Job['failure'] | Job['result']): string | null {
  return facts === null ? null : JSON.stringify(facts);
}

function jobOf(row: JobRow): Job {
  return {
    id: row.id as JobId,
    kind: row.kind,
    state: row.state,
    subject: row.subject,
    total: row.total,
    done: row.done,
    failed: row.failed,
    startedAt: row.started_at,
    updatedAt: row.updated_at,
    finishedAt: row.finished_at,
    failure: row.failure === null ? null : (JSON.parse(row.failure) as Job['failure']),
    stage: row.stage,
    result: row.result === null ? null : (JSON.parse(row.result) as Job['result']),
  };
}
