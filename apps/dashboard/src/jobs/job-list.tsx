import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useQuery } from '../api/use-query';
import { JobsDocument, type JobCardFragment } from '../graphql/generated/graphql';
import { useCommands } from '../shell/use-commands';
import { strings } from '../strings/en';
import { formatAgo, formatDuration, formatRate } from '../strings/format';
import './jobs.css';

const MOST_RECENT = 6;

/** Running jobs with their progress, and what was done lately. */
export function JobList() {
  const { data, error, retry } = useQuery(JobsDocument, {});
  const jobs = data?.jobs ?? [];
  const running = jobs.filter((job) => job.state === 'RUNNING');
  const recent = jobs.filter((job) => job.state !== 'RUNNING').slice(0, MOST_RECENT);
  return (
    <section className="job-list" aria-label={strings.jobs.title}>
      <h2>{strings.jobs.title}</h2>
      {jobs.length === 0 && !error && <p className="soft">{data ? strings.empty.jobs : strings.loading}</p>}
      {!data && error && (
        <div role="alert">
          <p>{error.message}</p>
          <button className="button button--quiet" onClick={retry}>
            {strings.actions.retry}
          </button>
        </div>
      )}
      <ul>
        {running.map((job) => (
          <RunningJob key={job.id} job={job} />
        ))}
        {recent.map((job) => (
          <FinishedJob key={job.id} job={job} />
        ))}
      </ul>
    </section>
  );
}

function RunningJob({ job }: { job: JobCardFragment }) {
  const { cancelJob } = useCommands();
  const kind = strings.jobs.kind[job.kind];
  const percent = job.total ? Math.min(100, (job.done / job.total) * 100) : 0;
  const facts = [
    job.stage ? strings.jobs.stage[job.stage] : null,
    job.total === null ? strings.jobs.counting : strings.jobs.progress(job.done, job.total),
    job.rate > 0 ? strings.jobs.rate(formatRate(job.rate)) : null,
    job.secondsLeft !== null ? strings.jobs.left(formatDuration(job.secondsLeft)) : null,
    job.failed > 0 ? strings.jobs.failed(job.failed) : null,
  ];
  return (
    <li className="job">
      <div className="job__head">
        <div>
          <p className="job__kind">{kind}</p>
          <p className="job__subject">{job.subject}</p>
        </div>
        <button
          className="icon-button"
          aria-label={strings.jobs.cancel(kind)}
          title={strings.actions.cancel}
          onClick={() => void cancelJob(job.id)}
        >
          <X size={18} />
        </button>
      </div>
      <div
        className={job.total === null ? 'progress progress--unsure' : 'progress'}
        role="progressbar"
        aria-label={kind}
        aria-valuenow={job.total === null ? undefined : Math.floor(percent)}
      >
        <div style={{ width: `${percent}%` }} />
      </div>
      <p className="job__facts">{facts.filter(Boolean).join(' · ')}</p>
    </li>
  );
}

function FinishedJob({ job }: { job: JobCardFragment }) {
  const now = useNow();
  const counts = [
    job.total === null ? null : strings.jobs.progress(job.done, job.total),
    job.failed > 0 ? strings.jobs.failed(job.failed) : null,
  ];
  const facts = job.result ? [strings.jobs.result(job.result)] : [strings.jobs.state[job.state], ...counts];
  return (
    <li className="job job--finished">
      <div className="job__head">
        <p className="job__kind">{strings.jobs.kind[job.kind]}</p>
        <time className="job__facts" dateTime={job.finishedAt ?? job.updatedAt}>
          {formatAgo(job.finishedAt ?? job.updatedAt, now)}
        </time>
      </div>
      <p className="job__facts">{facts.filter(Boolean).join(' · ')}</p>
      {job.failure && <p className="job__failure">{job.failure.message}</p>}
    </li>
  );
}

const MINUTE_MS = 60_000;

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
