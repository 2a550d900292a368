import { type Api } from '../api/api';
import { type ApiError, toApiError } from '../api/api-error';
import { SimilarFacesDocument, type SimilarFacesQuery } from '../graphql/generated/graphql';
import { type Box } from '../photo/drawing';

/** A face of the picture; the vector goes back to the gateway as it came. */
export interface FoundFace {
  box: Box;
  vector: string;
}

export interface Picture {
  width: number;
  height: number;
  /** Best first. */
  faces: readonly FoundFace[];
}

export type SimilarFace = SimilarFacesQuery['similarFaces'][number];

export type Similar =
  { kind: 'asking' } | { kind: 'found'; faces: readonly SimilarFace[] } | { kind: 'failed'; error: ApiError };

/** What the search is at; `url` shows the picture, which stays in the browser but for being looked at once. */
export type Search =
  | { kind: 'empty' }
  | { kind: 'looking'; url: string }
  | { kind: 'failed'; url: string; error: ApiError }
  | { kind: 'seen'; url: string; picture: Picture; chosen: number | null; similar: Similar | null };

export interface Pictures {
  /** Finds the faces of a picture. */
  look(file: Blob): Promise<Picture>;
  urlOf(file: Blob): string;
  release(url: string): void;
}

const MOST_SIMILAR = 200;

/** Searches the library by a face of a picture: the only one there is, or the one that is chosen. */
export class FaceSearch {
  search: Search = { kind: 'empty' };
  /** Grows with each picture and choice: an answer to an earlier one is of no interest any more. */
  private turn = 0;
  private file: Blob | null = null;

  constructor(
    private readonly api: Api,
    private readonly pictures: Pictures,
    private readonly onChange: () => void,
  ) {}

  async take(file: Blob): Promise<void> {
    this.clear();
    this.file = file;
    const turn = this.turn;
    const url = this.pictures.urlOf(file);
    this.enter({ kind: 'looking', url });
    try {
      const picture = await this.pictures.look(file);
      if (turn !== this.turn) return;
      this.enter({ kind: 'seen', url, picture, chosen: null, similar: null });
      if (picture.faces.length === 1) await this.choose(0);
    } catch (thrown) {
      if (turn === this.turn) this.enter({ kind: 'failed', url, error: toApiError(thrown) });
    }
  }

  /** Looks at the same picture once more, after that failed. */
  async again(): Promise<void> {
    if (this.file) await this.take(this.file);
  }

  async choose(index: number): Promise<void> {
    const { search } = this;
    const face = search.kind === 'seen' ? search.picture.faces[index] : undefined;
    if (search.kind !== 'seen' || !face) return;
    const turn = ++this.turn;
    const chosen = { ...search, chosen: index };
    this.enter({ ...chosen, similar: { kind: 'asking' } });
    const similar = await this.similarTo(face);
    if (turn === this.turn) this.enter({ ...chosen, similar });
  }

  clear(): void {
    this.turn += 1;
    this.file = null;
    if (this.search.kind !== 'empty') this.pictures.release(this.search.url);
    this.enter({ kind: 'empty' });
  }

  private async similarTo({ vector }: FoundFace): Promise<Similar> {
    try {
      const { similarFaces } = await this.api.request(SimilarFacesDocument, { vector, first: MOST_SIMILAR });
      return { kind: 'found', faces: similarFaces };
    } catch (thrown) {
      return { kind: 'failed', error: toApiError(thrown) };
    }
  }

  private enter(search: Search): void {
    this.search = search;
    this.onChange();
  }
}
