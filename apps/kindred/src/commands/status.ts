import type { Command } from 'commander';
import { jobInWords } from '../library/job-in-words';
import { readSettings } from '../settings/read-settings';
import { type VisitedLibrary, visitLibrary } from '../standalone/running-library';
import { columns, counted } from '../terminal/format';
import type { CommandContext } from './command-context';
import { dataOption, jsonOption } from './options';

const FAILURES = 100;

/** `kindred status`: what a library holds and what is being done to it. */
export function statusCommand(program: Command, { output }: CommandContext): void {
  program
    .command('status')
    .summary('say what the library holds and what is being done')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async ({ json, ...options }: { data?: string; json?: boolean }) => {
      const { values: settings } = readSettings(options);
      const library = await visitLibrary(settings);
      try {
        const status = await readStatus(library, settings.data);
        output.write(`${json === true ? JSON.stringify(status) : inWords(status)}\n`);
      } finally {
        await library.close();
      }
    });
}

async function readStatus({ owner, stores: { photos, faces, people, jobs } }: VisitedLibrary, data: string) {
  const { items } = await photos.failures({ limit: FAILURES });
  return {
    running: owner !== null,
    url: owner?.url ?? null,
    data,
    photos: await photos.counts(),
    faces: await faces.counts(),
    people: await people.counts(),
    jobs: await jobs.list({ limit: 5 }),
    failureCount: await photos.failureCount(),
    failures: items.map(({ path, failure }) => ({ path, ...failure })),
  };
}

type Status = Awaited<ReturnType<typeof readStatus>>;

function inWords({
  running,
  url,
  data,
  photos,
  faces,
  people,
  jobs,
  failureCount,
  failures,
}: Status): string {
  const paragraphs = [
    columns([
      ['Kindred', running ? `runs at ${url ?? '(starting)'}` : 'does not run; start it with: kindred up'],
      ['Library', data],
      [
        'Photos',
        `${counted(photos.scanned, 'photo')} scanned, ${photos.pending} waiting, ${photos.failed} failed`,
      ],
      ['Faces', `${faces.labeled} labeled, ${faces.inferred} inferred, ${faces.unknown} unknown`],
      ['People', `${people.named} named, ${people.unknown} unknown`],
    ]),
  ];
  if (jobs.length > 0)
    paragraphs.push(`Jobs\n${jobs.map((job) => `  ${jobInWords(job, running)}`).join('\n')}`);
  if (failures.length > 0) {
    const lines = failures.map(
      ({ path, message, hint }) =>
        `  ${JSON.stringify(path)}: ${message}${hint === undefined ? '' : ` ${hint}`}`,
    );
    if (failureCount > failures.length) lines.push(`  and ${failureCount - failures.length} more`);
    paragraphs.push(`Failures\n${lines.join('\n')}`);
  }
  return paragraphs.join('\n\n');
}
