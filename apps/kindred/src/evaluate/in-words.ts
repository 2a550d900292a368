import type { Scores } from '@kindred/clustering';
import { columns, counted } from '../terminal/format';
import type { Evaluation, EvaluationStep } from './evaluate';
import { ROUNDS } from './learning';

/** What is being done, as a line. */
export function stepInWords(step: EvaluationStep): string {
  if (step.kind === 'photos') return `Finding faces: ${step.done} of ${counted(step.total, 'photo')}`;
  if (step.kind === 'pairs') return 'Comparing all pairs of faces';
  if (step.kind === 'grouping') return 'Grouping faces without labels';
  return `Suggesting people from ${counted(step.labels, 'label')} each: round ${step.round + 1} of ${ROUNDS}`;
}

/** An evaluation for people: tables, then what could not be used. */
export function evaluationInWords(evaluation: Evaluation): string {
  return [
    foundInWords(evaluation),
    tellingApartInWords(evaluation),
    groupingInWords(evaluation),
    suggestionsInWords(evaluation),
    ...list(
      'Photos without a face',
      evaluation.photosWithoutFace.map((path) => JSON.stringify(path)),
    ),
    ...list(
      'Failures',
      evaluation.failures.map(
        ({ path, message, hint }) =>
          `${JSON.stringify(path)}: ${message}${hint === undefined ? '' : ` ${hint}`}`,
      ),
    ),
  ].join('\n\n');
}

function foundInWords(evaluation: Evaluation): string {
  const { pack, photos, people, photosWithFace, detectionRate, failures } = evaluation;
  return columns([
    ['Model pack', pack],
    [
      'Photos',
      `${counted(photos, 'photo')} of ${counted(people, 'person', 'people')}, ${failures.length} failed`,
    ],
    ['With a face', `${photosWithFace.toLocaleString('en')} (${percent(detectionRate)})`],
  ]);
}

function tellingApartInWords({ tellingApart: { samePairs, differentPairs, rates } }: Evaluation): string {
  const title =
    `Telling people apart: ${counted(samePairs, 'pair')} of one person, ` +
    `${counted(differentPairs, 'pair')} of two`;
  if (rates.length === 0) return `${title}\n  too few to compare`;
  const rows = rates.map((rate) => [
    percent(rate.falseAcceptRate, 1),
    percent(rate.trueAcceptRate, 2),
    rate.threshold.toFixed(3),
  ]);
  return table(title, ['taken for one (FAR)', 'recognised (TAR)', 'above similarity'], rows);
}

function groupingInWords({ grouping }: Evaluation): string {
  if (grouping === null) return 'Grouping\n  there are no faces';
  const row = (name: string, { precision, recall, f }: Scores) => [
    name,
    percent(precision),
    percent(recall),
    percent(f),
  ];
  return table(
    `Grouping without labels: ${counted(grouping.groups, 'group')}`,
    ['', 'precision', 'recall', 'F'],
    [row('pairs', grouping.pairs), row('BCubed', grouping.bcubed)],
  );
}

function suggestionsInWords({ suggestions, minimumConfidence, rounds }: Evaluation): string {
  const rows = suggestions.map(({ labels, people, scores }) => [
    String(labels),
    String(people),
    percent(scores?.accuracy ?? null),
    percent(scores?.found ?? null),
    percent(scores?.leftUnknown ?? null),
    percent(scores?.strangersTaken ?? null),
    scores?.calibrationError?.toFixed(3) ?? '–',
  ]);
  return table(
    `Suggestions from confidence ${minimumConfidence}, a third of the people withheld as strangers, ${rounds} rounds`,
    ['labels each', 'people', 'right', 'found', 'left unknown', 'strangers taken', 'calibration error'],
    rows,
  );
}

const table = (title: string, headings: readonly string[], rows: readonly (readonly string[])[]) =>
  `${title}\n${indented(columns([headings, ...rows]).split('\n'))}`;

const list = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [`${title}\n${indented(lines)}`];

const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}`).join('\n');

const percent = (share: number | null, digits = 1) =>
  share === null ? '–' : `${(100 * share).toFixed(digits)} %`;
