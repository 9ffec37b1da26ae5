const ADDRESS = / (?:href|src)="([^"]*)"/g;

/**
 * Where the links and pictures of sanitised HTML lead, however their Markdown was spelt.
 * @param html as the renderer makes it: attributes in double quotes, ampersands escaped
 */
export const linksOfHtml = (html: string): string[] =>
  [...html.matchAll(ADDRESS)].map(([, address]) => address!.replaceAll('&amp;', '&'));
