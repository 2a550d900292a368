const KEY = 'kindred.recent-people';
const MOST = 8;

/** Ids of the people who were labeled last, newest first; kept by the browser where it may. */
export class RecentPeople {
  private current: readonly string[];

  constructor(private readonly storage: Pick<Storage, 'getItem' | 'setItem'> | null) {
    this.current = this.stored();
  }

  get ids(): readonly string[] {
    return this.current;
  }

  add(id: string): void {
    this.current = [id, ...this.current.filter((other) => other !== id)].slice(0, MOST);
    try {
      this.storage?.setItem(KEY, JSON.stringify(this.current));
    } catch {
      // A full or forbidden storage only means that the list is shorter next time.
    }
  }

  private stored(): readonly string[] {
    try {
      const value: unknown = JSON.parse(this.storage?.getItem(KEY) ?? '[]');
      return Array.isArray(value) ? value.filter((id) => typeof id === 'string').slice(0, MOST) : [];
    } catch {
      return [];
    }
  }
}
