import type { PageOutcome, PageRuntime } from '@kundig/web-kit';

/** Width of the largest icon, which stands for a page without a picture. */
const ICON = '512.png';

interface SharedPage {
  readonly runtime: PageRuntime;
  readonly outcome: PageOutcome;
  /** The one address to keep. */
  readonly address: string;
}

/**
 * What messengers and networks show of a link (https://ogp.me).
 * @returns properties with their values
 */
export function openGraph({ runtime: { locale, site }, outcome, address }: SharedPage): [string, string][] {
  const base = site.baseUrl.replace(/\/$/, '');
  const picture = outcome.picture ?? (site.icons && { src: `${site.icons}/${ICON}`, alt: site.name });
  return [
    ['og:site_name', site.name],
    ['og:type', outcome.title === site.name ? 'website' : 'article'],
    ['og:title', outcome.title],
    ...(outcome.description ? [['og:description', outcome.description] as [string, string]] : []),
    ['og:url', address],
    ['og:locale', locale === 'de' ? 'de_DE' : 'en_GB'],
    ...(picture
      ? ([
          ['og:image', new URL(picture.src, `${base}/`).href],
          ['og:image:alt', picture.alt],
        ] as [string, string][])
      : []),
  ];
}
