import type { Failure } from '../errors/kindred-error';

/** What is kept of imports because it is about faces that are not found yet. */
export interface WaitingCounts {
  readonly decisions: number;
  readonly covers: number;
}

/** What came of taking in what humans said elsewhere. */
export interface ImportReport {
  readonly people: { readonly created: number; readonly known: number };
  readonly decisions: {
    /** Taken in. */
    readonly said: number;
    /** Taken in by an earlier import. */
    readonly known: number;
  };
  /** Faces of which something else had been said here: the later word holds. */
  readonly conflicts: {
    /** The import had the last word. */
    readonly changed: number;
    /** What was said here stays. */
    readonly kept: number;
  };
  readonly differences: { readonly said: number; readonly known: number; readonly aboutNobodyHere: number };
  readonly covers: number;
  /** Of this import and of earlier ones. */
  readonly waiting: WaitingCounts;
  /** Lines that say nothing that can be taken in. */
  readonly refused: number;
}

/** What came of reading the names that other programs wrote into photos and beside them. */
export interface NamesReport {
  readonly photos: number;
  /** Photos that cannot be read any more. */
  readonly unreadable: number;
  readonly people: { readonly created: number };
  readonly labeled: number;
  /** Names of faces about which somebody had said something already; that stays. */
  readonly known: number;
  /** Names for which no face was found, or not exactly one. */
  readonly withoutFace: number;
}

/** What came of writing the names of labeled faces beside photos. */
export interface SidecarReport {
  readonly written: number;
  /** Sidecars that said all of it already. */
  readonly unchanged: number;
  readonly failed: number;
}

/** A report with the first of what went wrong, each named by its line or file. */
export type WithFailures<Report> = Report & { readonly failures: readonly Failure[] };
