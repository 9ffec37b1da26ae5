/** Posts that are read and written at once: enough for speed, few enough that memory stays flat. */
export const POSTS_PER_BATCH = 300;

/** How far a command is. */
export interface Progress {
  readonly done: number;
  /** Posts in the forum when the command began. */
  readonly total: number;
}

export type OnProgress = (progress: Progress) => void;
