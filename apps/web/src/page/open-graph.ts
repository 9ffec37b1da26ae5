import { createHash } from 'node:crypto';
import { localePrefix, type PageOutcome, type PageRuntime } from '@kundig/web-kit';

interface SharedPage {
  readonly runtime: PageRuntime;
  readonly outcome: PageOutcome;
  /** The one address to keep. */
  readonly address: string;
}

interface LinkPicture {
  /** Path, with a part that is new whenever the picture is. */
  readonly src: string;
  readonly alt: string;
  /** In pixels, where they are known. */
  readonly size: readonly [width: number, height: number] | null;
}

/** What the server draws, in pixels. */
const DRAWN_SIZE = [1200, 630] as const;

/**
 * What messengers and networks show of a link (https://ogp.me).
 * @returns properties with their values
 */
export function openGraph({ runtime, outcome, address }: SharedPage): [string, string][] {
  const { locale, site } = runtime;
  const base = site.baseUrl.replace(/\/$/, '');
  const { src, alt, size } = outcome.picture ? ownPicture(outcome.picture) : drawnPicture(runtime, outcome);
  return [
    ['og:site_name', site.name],
    ['og:type', outcome.title === site.name ? 'website' : 'article'],
    ['og:title', outcome.title],
    ...(outcome.description ? [['og:description', outcome.description] as [string, string]] : []),
    ['og:url', address],
    ['og:locale', locale === 'de' ? 'de_DE' : 'en_GB'],
    ['og:image', new URL(src, `${base}/`).href],
    ...(size
      ? ([
          ['og:image:width', String(size[0])],
          ['og:image:height', String(size[1])],
        ] as [string, string][])
      : []),
    ['og:image:alt', alt],
    ['twitter:card', 'summary_large_image'],
  ];
}

/** Addresses of our pictures tell their size. */
function ownPicture({ src, alt }: NonNullable<PageOutcome['picture']>): LinkPicture {
  const [, width, height] = /-(\d+)x(\d+)$/.exec(src) ?? [];
  return { src, alt, size: width ? [Number(width), Number(height)] : null };
}

/** Whoever has shown a link keeps its picture by the address, so that this changes with what is drawn. */
function drawnPicture({ locale, site }: PageRuntime, { title, shared }: PageOutcome): LinkPicture {
  const shown = [site.name, site.stylesheet, site.icons, shared?.shows];
  const version = createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 12);
  const path = shared ? `${shared.kind}/${shared.id}` : 'community';
  return {
    src: `${localePrefix(locale)}/share/${path}.png?v=${version}`,
    alt: shared ? `${title} · ${site.name}` : site.name,
    size: DRAWN_SIZE,
  };
}
