/** Texts that say who reads a board that is not public. */
export const CIRCLES = { GROUP: 'care.forGroup', MEMBERS: 'care.forMembers' } as const;
