import type { api } from '@kindred/contracts';
import type { Consumer, EventOf, FaceId, Job, JobId, KindredEvent } from '@kindred/domain';
import type { Ports } from '@kindred/platform';
import { readStats } from '../graphql/stats';
import { Audience } from './audience';
import { Throttle } from './throttle';

const SECOND = 1000;
/** A client that gets more ids than this looks at everything again anyway. */
const MOST_IDS = 1000;

const KIND_OF = {
  'faces.detected': 'DETECTED',
  'faces.labeled': 'LABELED',
  'faces.deleted': 'DELETED',
  'suggestions.changed': 'SUGGESTED',
} as const satisfies Partial<Record<KindredEvent['subject'], api.FacesChangeKind>>;

/** The faces of an event; a person that changed without any of its faces shows wherever it is shown. */
function facesOf({
  subject,
  data: { faces },
}: EventOf<'faces.detected' | 'faces.labeled' | 'faces.deleted'>): readonly FaceId[] | 'many' {
  return subject === 'faces.labeled' && faces.length === 0 ? 'many' : faces;
}

/** What subscriptions tell: the events of the bus, seldom enough for a browser. */
export class LiveViews {
  readonly jobs = new Audience<Job>();
  readonly stats = new Audience<Awaited<ReturnType<typeof readStats>>>(1);
  readonly faces = new Audience<{ kind: api.FacesChangeKind; faceIds: FaceId[] }>();

  private readonly latestJobs = new Map<JobId, Job>();
  private readonly changes = new Map<api.FacesChangeKind, Set<FaceId> | 'many'>();
  private readonly jobThrottle = new Throttle(SECOND / 4, () => this.tellJobs());
  private readonly faceThrottle = new Throttle(SECOND, () => this.tellFaces());
  private readonly statsThrottle = new Throttle(SECOND, () => void this.tellStats());
  private consumer: Consumer | null = null;

  constructor(private readonly ports: Ports) {}

  async start(): Promise<void> {
    this.consumer = await this.ports.bus.observe(
      [
        'jobs.progress',
        'photos.stored',
        'faces.detected',
        'faces.labeled',
        'faces.deleted',
        'suggestions.changed',
      ],
      (event) => this.see(event),
    );
  }

  async stop(): Promise<void> {
    await this.consumer?.stop();
    for (const throttle of [this.jobThrottle, this.faceThrottle, this.statsThrottle]) throttle.stop();
    for (const audience of [this.jobs, this.stats, this.faces]) audience.close();
  }

  private see(event: Parameters<Parameters<Ports['bus']['observe']>[1]>[0]): void {
    this.statsThrottle.trigger();
    switch (event.subject) {
      case 'jobs.progress':
        this.latestJobs.set(event.data.job.id, event.data.job);
        this.jobThrottle.trigger();
        break;
      case 'faces.detected':
      case 'faces.labeled':
      case 'faces.deleted':
        this.note(KIND_OF[event.subject], facesOf(event));
        break;
      case 'suggestions.changed':
        this.note('SUGGESTED', 'many');
        break;
    }
  }

  private note(kind: api.FacesChangeKind, faces: readonly FaceId[] | 'many'): void {
    if (faces.length === 0) return;
    const known = this.changes.get(kind) ?? new Set<FaceId>();
    if (faces === 'many' || known === 'many') this.changes.set(kind, 'many');
    else {
      for (const face of faces) known.add(face);
      this.changes.set(kind, known.size > MOST_IDS ? 'many' : known);
    }
    this.faceThrottle.trigger();
  }

  private tellJobs(): void {
    for (const job of this.latestJobs.values()) this.jobs.tell(job);
    this.latestJobs.clear();
  }

  private tellFaces(): void {
    for (const [kind, faces] of this.changes)
      this.faces.tell({ kind, faceIds: faces === 'many' ? [] : [...faces] });
    this.changes.clear();
  }

  private async tellStats(): Promise<void> {
    if (this.stats.size === 0) return;
    try {
      this.stats.tell(await readStats(this.ports));
    } catch (error) {
      this.ports.logger.warn({ err: error }, 'stats.failed');
    }
  }
}
