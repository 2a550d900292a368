import { type Job, type JobResult, type JobStage, jobRate, jobSecondsLeft } from '@kindred/domain';
import { sidecarsInWords } from '../exchange/in-words';
import { counted, duration } from '../terminal/format';

const STAGES: Readonly<Record<JobStage, string>> = {
  read: 'reading faces',
  compare: 'comparing faces',
  group: 'grouping unknown faces',
  match: 'matching people',
  save: 'saving',
};

/** One line about a job: when it started, how far it is and what came of it; `running` says whether Kindred runs. */
export function jobInWords(job: Job, running: boolean): string {
  const state = job.state === 'running' && !running ? 'stopped' : job.state;
  const stage = state === 'running' && job.stage !== null ? `, ${STAGES[job.stage]}` : '';
  const left = jobSecondsLeft(job);
  const pace = running && left !== null ? `, ${jobRate(job).toFixed(1)}/s, ${duration(left)} left` : '';
  const facts = job.result === null ? `${unitsOf(job)}${pace}` : resultInWords(job.result);
  return `${job.startedAt.slice(0, 16).replace('T', ' ')}  ${job.kind} ${state}${stage}: ${facts}  ${job.subject}`;
}

function unitsOf({ done, total, failed }: Job): string {
  return `${done}${total === null ? '' : ` of ${total}`}${failed > 0 ? `, ${failed} failed` : ''}`;
}

function resultInWords(result: JobResult): string {
  if ('imported' in result) return `${counted(result.imported.decisions.said, 'decision')} taken in`;
  if ('namesRead' in result) return `${counted(result.namesRead.labeled, 'face')} labeled`;
  if ('sidecars' in result) return sidecarsInWords(result.sidecars);
  const { matched, groups, changed, questions } = result;
  return [
    `${counted(matched, 'face')} matched`,
    `${counted(groups, 'group')} of unknown people`,
    `${changed === 0 ? 'no suggestion' : counted(changed, 'suggestion')} changed`,
    ...(questions > 0 ? [`${counted(questions, 'question')} whether two people are the same`] : []),
  ].join(', ');
}
