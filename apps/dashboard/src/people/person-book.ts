import { type Api } from '../api/api';
import { type ApiError } from '../api/api-error';
import { type Transition } from '../faces/face-ledger';
import {
  PeoplePageDocument,
  type PersonCardFragment,
  type PersonKind,
  type PersonSort,
} from '../graphql/generated/graphql';
import { PagedList } from '../paging/paged-list';

export type Person = PersonCardFragment;

/** Which people a list has, and in which order. */
export interface PersonCriteria {
  kind: PersonKind;
  sort: PersonSort;
  search?: string;
  /** Whether hidden people are among them; they are unless it is false. */
  withHidden?: boolean;
  /** The list begins after this cursor instead of with its first. */
  after?: string;
}

export interface PersonListView {
  /** Another array whenever the list was read or shortened. */
  ids: readonly string[];
  people: readonly Person[];
  complete: boolean;
  loading: boolean;
  error: ApiError | null;
}

export const personListKey = ({ kind, sort, search, withHidden = true, after }: PersonCriteria): string =>
  [kind, sort, withHidden ? 'all' : 'shown', search ?? '', after ?? ''].join(' ');

const COUNT_OF = {
  LABELED: 'labeledCount',
  INFERRED: 'inferredCount',
  UNKNOWN: 'unknownCount',
  // Ignored faces are nobody's.
  IGNORED: null,
} as const;

/** Every person the dashboard has seen, and lists of them, each read as far as somebody looks. */
export class PersonBook {
  version = 0;
  /** Key of the list that is on the screen now. */
  shown: string | null = null;
  private readonly people = new Map<string, Person>();
  private readonly lists = new Map<string, PagedList>();
  /** Keys of lists that do not begin with their first person. */
  private readonly jumps = new Set<string>();

  constructor(
    private readonly api: Api,
    private readonly onChange: () => void,
  ) {}

  get(id: string): Person | null {
    return this.people.get(id) ?? null;
  }

  receive(people: readonly Person[]): void {
    for (const person of people) this.people.set(person.id, person);
    this.version += 1;
  }

  read(criteria: PersonCriteria): PersonListView {
    const list = this.list(criteria);
    const people = list.ids.flatMap((id) => this.people.get(id) ?? []);
    return { ids: list.ids, people, complete: list.complete, loading: list.loading, error: list.error };
  }

  loadUntil(criteria: PersonCriteria, count: number): Promise<void> {
    return this.list(criteria).loadUntil(count);
  }

  retry(criteria: PersonCriteria): Promise<void> {
    return this.list(criteria).retry();
  }

  /** Reads the list again that is on the screen; all others are read again when somebody looks at them. */
  async refresh(): Promise<void> {
    for (const [key, list] of this.lists) if (key !== this.shown) list.expire();
    await (this.shown === null ? undefined : this.lists.get(this.shown)?.refresh());
  }

  /** Follows faces that changed hands, so that counts are right before the lists are read again. */
  follow(transitions: readonly Transition[]): void {
    for (const { before, after } of transitions) {
      this.count(before.person?.id, COUNT_OF[before.state], -1);
      if (after) this.count(after.person?.id, COUNT_OF[after.state], 1);
    }
    this.version += 1;
  }

  forget(ids: readonly string[]): void {
    for (const id of ids) this.people.delete(id);
    const gone = new Set(ids);
    for (const list of this.lists.values()) list.remove(gone);
    this.version += 1;
  }

  private count(id: string | undefined, field: (typeof COUNT_OF)[keyof typeof COUNT_OF], by: number): void {
    const person = id === undefined ? undefined : this.people.get(id);
    if (!person || field === null) return;
    this.people.set(person.id, {
      ...person,
      [field]: Math.max(0, person[field] + by),
      faceCount: Math.max(0, person.faceCount + by),
    });
  }

  private list(criteria: PersonCriteria): PagedList {
    const key = personListKey(criteria);
    let list = this.lists.get(key);
    if (!list) {
      list = new PagedList((first, after) => this.fetchPage(criteria, first, after), this.onChange, 100);
      if (criteria.after !== undefined) this.dropJumps();
      this.lists.set(key, list);
      if (criteria.after !== undefined) this.jumps.add(key);
    }
    return list;
  }

  /** Of lists that begin anywhere, only the one is kept that somebody looks at. */
  private dropJumps(): void {
    for (const key of this.jumps) {
      if (key === this.shown) continue;
      this.lists.delete(key);
      this.jumps.delete(key);
    }
  }

  private async fetchPage(criteria: PersonCriteria, first: number, after: string | null) {
    const { kind, sort, search, withHidden = true } = criteria;
    const { people } = await this.api.request(PeoplePageDocument, {
      kind,
      sort,
      search: search || null,
      withHidden,
      first,
      after: after ?? criteria.after ?? null,
    });
    this.receive(people.nodes);
    const { hasNextPage, endCursor } = people.pageInfo;
    return { ids: people.nodes.map((person) => person.id), hasNextPage, endCursor };
  }
}
