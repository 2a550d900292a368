import type { ImportReport, NamesReport, SidecarReport } from '@kindred/domain';
import { columns, counted } from '../terminal/format';

/** What came of an import, for people. */
export function importInWords({
  people,
  decisions,
  conflicts,
  differences,
  covers,
  waiting,
  refused,
}: ImportReport): string {
  const rows = [
    ['People', `${people.created} new, ${people.known} known`],
    [
      'Decisions',
      `${decisions.said.toLocaleString('en')} new, ${decisions.known.toLocaleString('en')} known`,
    ],
    ['Different people', `${differences.said} new, ${differences.known} known`],
    ['Covers', `${covers} set`],
  ];
  const lines = [columns(rows)];
  if (conflicts.changed + conflicts.kept > 0) {
    lines.push(
      `${counted(conflicts.changed + conflicts.kept, 'face')} had been said to be something else here: ` +
        `${conflicts.changed} changed by a later word, ${conflicts.kept} kept.`,
    );
  }
  if (differences.aboutNobodyHere > 0)
    lines.push(`${counted(differences.aboutNobodyHere, 'pair')} of people who are not here left out.`);
  if (waiting.decisions + waiting.covers > 0) {
    lines.push(
      `${counted(waiting.decisions, 'decision')} and ${counted(waiting.covers, 'cover')} wait for faces that are not ` +
        'found yet; add the photos, then: kindred import',
    );
  }
  if (refused > 0) lines.push(`${counted(refused, 'line')} refused.`);
  return lines.join('\n');
}

/** What came of names that were in photos and beside them, for people. */
export function namesInWords(report: NamesReport): string {
  const { photos, unreadable, people, labeled, known, withoutFace } = report;
  const lines = [
    `${counted(photos, 'photo')} looked at: ${counted(labeled, 'face')} labeled, ${known} spoken of before; ` +
      `${counted(people.created, 'new person', 'new people')}`,
  ];
  if (withoutFace > 0) lines.push(`${counted(withoutFace, 'name')} of no face that was found.`);
  if (unreadable > 0) lines.push(`${counted(unreadable, 'photo')} cannot be read any more.`);
  return lines.join('\n');
}

/** What came of writing sidecars, for people. */
export function sidecarsInWords({ written, unchanged, failed }: SidecarReport): string {
  const failures = failed === 0 ? '' : `, ${failed} failed`;
  return `${counted(written, 'sidecar')} written, ${unchanged} unchanged${failures}`;
}
