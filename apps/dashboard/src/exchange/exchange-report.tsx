import { X } from 'lucide-react';
import { type JobCardFragment } from '../graphql/generated/graphql';
import { useCommands } from '../shell/use-commands';
import { strings } from '../strings/en';
import { formatAgo } from '../strings/format';
import { reportLines } from './report-lines';

const text = strings.exchange.report;

/** How far a job is, or what came of it. */
export function ExchangeReport({ job }: { job: JobCardFragment }) {
  return job.state === 'RUNNING' ? <Running job={job} /> : <Ended job={job} />;
}

function Running({ job }: { job: JobCardFragment }) {
  const { cancelJob } = useCommands();
  const kind = strings.jobs.kind[job.kind];
  const percent = job.total ? Math.min(100, (job.done / job.total) * 100) : 0;
  return (
    <div className="exchange__report">
      <div className="exchange__running">
        <p role="status">
          {kind}: {job.total === null ? strings.jobs.counting : strings.jobs.progress(job.done, job.total)}
        </p>
        <button
          className="icon-button"
          aria-label={strings.jobs.cancel(kind)}
          title={strings.actions.cancel}
          onClick={() => void cancelJob(job.id)}
        >
          <X size={18} />
        </button>
      </div>
      <div className="progress" role="progressbar" aria-label={kind} aria-valuenow={Math.floor(percent)}>
        <div style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}

function Ended({ job }: { job: JobCardFragment }) {
  const { lines, failures } = reportLines(job);
  return (
    <div className="exchange__report" role="status">
      <p className="exchange__when">
        <strong>{job.subject}</strong>
        <time dateTime={job.finishedAt ?? job.updatedAt}>
          {formatAgo(job.finishedAt ?? job.updatedAt, Date.now())}
        </time>
      </p>
      {job.state === 'CANCELLED' && <p>{text.cancelled}</p>}
      {job.failure && job.state === 'FAILED' && (
        <p className="exchange__problem">
          {job.failure.message} {job.failure.hint}
        </p>
      )}
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {failures.length > 0 && (
        <details>
          <summary>{text.details}</summary>
          <ul className="exchange__failures">
            {failures.map((message, index) => (
              <li key={index}>{message}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
