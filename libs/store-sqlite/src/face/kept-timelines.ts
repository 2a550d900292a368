import type { FaceBucket } from '@kindred/domain';
import type { Connection } from '@kindred/sqlite';

/** Timelines as they were read last, for as long as nothing in the file changes, whoever changes it. */
export class KeptTimelines {
  private version = '';
  private readonly kept = new Map<string, readonly FaceBucket[]>();

  /** The buckets of a list, read when they are not known. @param list names it; there are few. */
  *get(
    connection: Connection,
    list: string,
    read: () => Generator<void, readonly FaceBucket[]>,
  ): Generator<void, readonly FaceBucket[]> {
    const version = versionOf(connection);
    if (version !== this.version) this.kept.clear();
    this.version = version;
    const known = this.kept.get(list);
    if (known !== undefined) return known;
    const buckets = yield* read();
    // What was changed meanwhile may be in part of it.
    if (versionOf(connection) === version && this.version === version) this.kept.set(list, buckets);
    return buckets;
  }
}

/** Differs after every change that is committed: by other connections, or by this one. */
function versionOf(connection: Connection): string {
  const { data_version: others } = connection.get<{ data_version: number }>('PRAGMA data_version')!;
  return `${others} ${connection.get<{ n: number }>('SELECT total_changes() AS n')!.n}`;
}
