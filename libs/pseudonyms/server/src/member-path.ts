/** @returns path of a member's public page, without language prefix */
export const memberPath = (nickname: string): string => `/u/${encodeURIComponent(nickname)}`;
