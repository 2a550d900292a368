import { type Api } from '../api/api';
import { PersonPhotosDocument, type PersonPhotosQuery } from '../graphql/generated/graphql';
import { type FetchPage, PagedList } from '../paging/paged-list';
import { spanOf } from './months';

type PhotoOfPerson = PersonPhotosQuery['faces']['nodes'][number];

const PAGE = 100;

/** The photos of a person, newest first, read as far as somebody looks; each once, whoever is twice in it. */
export class PhotoRoll {
  readonly list: PagedList;
  private readonly photos = new Map<string, PhotoOfPerson>();

  constructor(
    private readonly api: Pick<Api, 'request'>,
    private readonly personId: string,
    /** A year, `2020`, or a month, `2020-02`; all photos for null. */
    private readonly period: string | null,
    onChange: () => void,
  ) {
    this.list = new PagedList(this.fetchPage, onChange, PAGE);
  }

  /** A face of the person in each photo that was read. */
  get faces(): readonly PhotoOfPerson[] {
    return this.list.ids.flatMap((id) => this.photos.get(id) ?? []);
  }

  /** Reads the next page. */
  readOn(): Promise<void> {
    return this.list.loadUntil(this.list.ids.length + PAGE);
  }

  private readonly fetchPage: FetchPage = async (first, after) => {
    const filter = { person: this.personId, ...(this.period !== null && spanOf(this.period)) };
    const { faces } = await this.api.request(PersonPhotosDocument, { filter, first, after });
    for (const face of faces.nodes) this.photos.set(face.photo.id, face);
    const { hasNextPage, endCursor } = faces.pageInfo;
    return { ids: faces.nodes.map(({ photo }) => photo.id), hasNextPage, endCursor };
  };
}
