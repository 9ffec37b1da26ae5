/** How a report was decided, by the key of its text. */
export const decisionKeys = { KEEP: 'queue.kept', HIDE: 'queue.hidden' } as const;
