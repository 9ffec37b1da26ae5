/**
 * Makes links and pictures of sanitised HTML that lead into the community lead there from any other site, too.
 * @param html    as the renderer stores it: attributes in double quotes
 * @param baseUrl address of the community without trailing slash
 */
export function withAbsoluteLinks(html: string, baseUrl: string): string {
  return html
    .replace(/(<(?:a|img)\b[^>]*? (?:href|src)=")\/(?!\/)/g, `$1${baseUrl}/`)
    .replace(/(?<=<img\b[^>]*? srcset=")[^"]+/g, (widths) =>
      widths.replace(/(^|, )\/(?!\/)/g, `$1${baseUrl}/`),
    );
}
