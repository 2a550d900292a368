import type { Command } from 'commander';
import { diagnose, type Finding } from '../doctor/diagnose';
import { readSettings } from '../settings/read-settings';
import type { CommandContext } from './command-context';
import { dataOption, jsonOption } from './options';

const MARKS: Readonly<Record<Finding['state'], string>> = { good: '✓', missing: '✗', note: '·' };

/** `kindred doctor`: what is missing, and the exact command that mends it. */
export function doctorCommand(program: Command, { output }: CommandContext): void {
  program
    .command('doctor')
    .summary('say what is missing and how to get it')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async ({ json, ...options }: { data?: string; json?: boolean }) => {
      const findings = await diagnose(readSettings(options).values);
      if (findings.some(({ state }) => state === 'missing')) process.exitCode = 1;
      output.write(`${json === true ? JSON.stringify(findings) : findings.map(inWords).join('\n')}\n`);
    });
}

function inWords({ state, subject, detail, remedy }: Finding): string {
  return `${MARKS[state]} ${subject}: ${detail}${remedy === undefined ? '' : `\n    ${remedy}`}`;
}
