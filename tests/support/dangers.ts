import { JSDOM } from 'jsdom';

/** The one inline script of ours, which sets the colours. */
let ownScript: string | undefined;

/** Learns our inline script from a page on which nobody's text stands. */
export function learnOwnScript(page: string): void {
  ownScript = /<script(?: nonce="[^"]+")?>([^<]+)<\/script>/.exec(page)?.[1];
}

const isColourScheme = (text: string): boolean => text === ownScript;

/** @returns everything in a document that could run, load or lead to a program of somebody else */
export function dangersIn(html: string): string[] {
  const { document } = new JSDOM(html).window;
  const dangers: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName;
    const inert = /json/.test(element.getAttribute('type') ?? '');
    const own = inert || (element.getAttribute('src') ?? '').startsWith('/assets/');
    if (name === 'script' && !own && !isColourScheme(element.textContent))
      dangers.push(`script: ${element.outerHTML.slice(0, 80)}`);
    if (['iframe', 'object', 'embed', 'base', 'style', 'applet', 'frame'].includes(name))
      dangers.push(`<${name}>`);
    if (name === 'meta' && element.hasAttribute('http-equiv')) dangers.push('meta refresh');
    for (const { name: attribute, value } of element.attributes) {
      const target = value.replace(/[\u0000-\u0020]/g, '').toLowerCase();
      if (attribute.startsWith('on')) dangers.push(`${name} ${attribute}`);
      if (attribute === 'style' || attribute === 'srcdoc') dangers.push(`${name} ${attribute}`);
      if (/^(javascript|vbscript|data):/.test(target) && !target.startsWith('data:image/'))
        dangers.push(`${name} ${attribute}=${value.slice(0, 40)}`);
      const loads =
        ['src', 'srcset', 'poster', 'data', 'background', 'action', 'formaction', 'xlink:href'].includes(
          attribute,
        ) ||
        (name === 'link' && attribute === 'href' && element.getAttribute('rel') === 'stylesheet');
      if (loads && /^(https?:)?\/\//.test(target)) dangers.push(`${name} ${attribute}=${value.slice(0, 60)}`);
    }
  }
  return dangers;
}
