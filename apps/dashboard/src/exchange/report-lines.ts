import { type JobCardFragment } from '../graphql/generated/graphql';
import { strings } from '../strings/en';

const text = strings.exchange.report;

export interface ReportLines {
  readonly lines: readonly string[];
  /** What went wrong, one by one, as far as it was kept. */
  readonly failures: readonly string[];
}

/** A sentence for each thing that came of labels that came in or went out; nothing for other jobs. */
export function reportLines({
  imported,
  namesRead,
  sidecars,
}: Pick<JobCardFragment, 'imported' | 'namesRead' | 'sidecars'>): ReportLines {
  if (imported) {
    const { people, decisions, conflicts, differences, covers, waiting, refused, failures } = imported;
    const lines = told(
      [people.created, text.people],
      [decisions.said, text.decisions],
      [conflicts.changed, text.changed],
      [conflicts.kept, text.kept],
      [differences.said, text.differences],
      [covers, text.covers],
      [waiting.decisions + waiting.covers, text.waiting],
      [decisions.known, text.known],
      [refused, text.refused],
    );
    return {
      lines: lines.length > 0 ? lines : [text.none],
      failures: failures.map(({ message }) => message),
    };
  }
  if (namesRead) {
    const { photos, labeled, known, people, withoutFace, unreadable } = namesRead;
    const lines = [
      text.photos(photos),
      text.labeled(labeled),
      ...told(
        [people.created, text.people],
        [known, text.spokenOf],
        [withoutFace, text.withoutFace],
        [unreadable, text.unreadable],
      ),
    ];
    return { lines, failures: [] };
  }
  if (sidecars) {
    const { written, unchanged, failed, failures } = sidecars;
    const lines = [text.written(written), ...told([unchanged, text.unchanged], [failed, text.notWritten])];
    return { lines, failures: failures.map(({ message }) => message) };
  }
  return { lines: [], failures: [] };
}

/** Only what there is something of. */
const told = (...facts: readonly (readonly [number, (count: number) => string])[]): string[] =>
  facts.flatMap(([count, say]) => (count > 0 ? [say(count)] : []));
