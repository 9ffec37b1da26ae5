/** @returns plain text of one line as Markdown that reads the same */
export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_~[\]<>&|#]/g, '\\$&');
