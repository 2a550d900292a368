import { type FaceSort, type FaceState, type PersonSort } from '../graphql/generated/graphql';
import { type Theme } from '../shell/theme';

/** Where a command is listed. */
export type CommandGroup = 'pages' | 'library' | 'view' | 'faces' | 'photo' | 'review';

/** What commands do things with; the dashboard in a browser, or a record of them in a test. */
export interface CommandDesk {
  /** The path of the page that is open. */
  readonly path: string;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  go(path: string): void;
  train(): void;
  askToRescan(): void;
  retryFailed(): void;
  undo(): void;
  redo(): void;
  chooseTheme(theme: Theme): void;
  sort(state: FaceState, by: { readonly people: PersonSort } | { readonly faces: FaceSort }): void;
  showPalette(): void;
  showKeys(): void;
  showGuide(): void;
}

/** One thing that can be done, by name in the command palette, with a key, or both. */
export interface Command {
  readonly id: string;
  readonly group: CommandGroup;
  readonly title: string;
  /** Other words by which people look for it. */
  readonly words?: string;
  /** Keys that are pressed together; the first way is the one that is shown. `Mod` is Ctrl, or ⌘ on a Mac. */
  readonly keys?: readonly (readonly string[])[];
  /** Absent where only keys do it, since they mean the face or the photo that is in front of somebody. */
  readonly run?: (desk: CommandDesk) => void;
  /** Whether it can be done now; always when absent. */
  readonly isPossible?: (desk: CommandDesk) => boolean;
}
