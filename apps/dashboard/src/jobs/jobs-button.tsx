import { LoaderCircle, Activity } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useQuery } from '../api/use-query';
import { JobsDocument } from '../graphql/generated/graphql';
import { strings } from '../strings/en';
import { JobList } from './job-list';
import '../design/overlay.css';
import './jobs.css';

/** Shows that something is going on, and opens the list of jobs. */
export function JobsButton() {
  const jobs = useQuery(JobsDocument, {}).data?.jobs ?? [];
  const running = jobs.filter((job) => job.state === 'RUNNING');
  const counted = running.filter((job) => job.total !== null && job.total > 0);
  const total = counted.reduce((sum, job) => sum + job.total!, 0);
  const done = counted.reduce((sum, job) => sum + job.done, 0);
  return (
    <Popover.Root>
      <Popover.Trigger
        className={running.length > 0 ? 'jobs-button jobs-button--running' : 'icon-button'}
        aria-label={running.length > 0 ? strings.jobs.running(running.length) : strings.jobs.button}
        title={strings.jobs.title}
      >
        {running.length > 0 ? (
          <>
            <LoaderCircle size={17} className="jobs-button__wheel" aria-hidden />
            <span>{total > 0 ? `${Math.floor((done / total) * 100)}%` : strings.jobs.kind[running[0]!.kind]}</span>
          </>
        ) : (
          <Activity size={20} />
        )}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="panel" align="end" sideOffset={8} collisionPadding={12} aria-label={strings.jobs.title}>
          <JobList />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
