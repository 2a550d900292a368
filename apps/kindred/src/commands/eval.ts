import { resolve } from 'node:path';
import { PeopleLearner } from '@kindred/clustering';
import { KindredError } from '@kindred/domain';
import { rulesOf } from '@kindred/trainer';
import type { Command } from 'commander';
import { type Evaluation, evaluate } from '../evaluate/evaluate';
import { evaluationInWords, stepInWords } from '../evaluate/in-words';
import { readPeopleFolder } from '../evaluate/people-folder';
import { readSettings } from '../settings/read-settings';
import { openDetectorEngine, preparePack } from '../standalone/model-pack';
import type { CommandContext } from './command-context';
import { dataOption, jsonOption } from './options';

interface EvalOptions {
  readonly data?: string;
  readonly pack?: string;
  readonly json?: boolean;
}

/** `kindred eval`: how well a model pack does on photos of people that one knows. */
export function evalCommand(program: Command, context: CommandContext): void {
  program
    .command('eval')
    .summary('say how well a model pack does on photos of people you know')
    .description(
      'Takes a folder with one folder for each person, photos of whom are in it, and says how often a face is found, ' +
        'how well people are told apart, how right groups are without labels, and how right suggestions are with 1, ' +
        '2 and 5 labels of each person. The largest and most central face of a photo counts. Nothing is stored.',
    )
    .argument('<folder>', 'a folder with one folder for each person')
    .option('--pack <name>', 'the model pack (default: the one of the library)')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (folder: string, { json, ...options }: EvalOptions) => {
      const evaluation = await run(resolve(folder), options, context);
      const words = evaluationInWords(evaluation);
      if (json !== true) {
        context.output.write(`${words}\n`);
        return;
      }
      context.reporter.say(words);
      context.output.write(`${JSON.stringify(evaluation)}\n`);
    });
}

async function run(
  folder: string,
  options: Omit<EvalOptions, 'json'>,
  context: CommandContext,
): Promise<Evaluation> {
  try {
    return await evaluateWithPack(folder, options, context);
  } catch (error) {
    if (!context.interrupted.aborted) throw error;
    throw new KindredError('CANCELLED', 'The evaluation was stopped before it was over.', { cause: error });
  }
}

async function evaluateWithPack(
  folder: string,
  options: Omit<EvalOptions, 'json'>,
  { reporter, interrupted }: CommandContext,
): Promise<Evaluation> {
  const { values: settings } = readSettings({ ...options });
  const people = await readPeopleFolder(folder, interrupted);
  const pack = await preparePack(settings, reporter);
  const engine = await openDetectorEngine(pack, settings);
  const learner = new PeopleLearner();
  try {
    return await evaluate(people, {
      ...engine,
      learner,
      rules: rulesOf(engine.pack, pack.manifest.matching, settings),
      signal: interrupted,
      onStep: (step) => reporter.progress(stepInWords(step)),
    });
  } finally {
    reporter.endProgress();
    await Promise.all([learner.close(), engine.analyser.close()]);
  }
}
