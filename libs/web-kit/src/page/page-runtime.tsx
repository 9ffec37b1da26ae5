import { createContext, use, type ReactNode } from 'react';
import type { PageLocale } from './page-contract.js';

/** A form the server refused, so that the page can show it again with everything that was typed. */
export interface RefusedForm {
  mutation: string;
  fields: Record<string, string | string[]>;
  problems: { field?: string; message: string }[];
  status: number;
}

/** A link made for the person of a mail address. */
export interface PersonalLink {
  mail: string;
  url: string;
}

/** Who stands behind a persona. */
export interface RevealedPerson {
  nickname: string;
  mail: string;
}

/** Parts of the community that the operator can switch off. */
export type FeatureName =
  | 'blog'
  | 'ranking'
  | 'experts'
  | 'faq'
  | 'guests'
  | 'anonymity'
  | 'persons'
  | 'search-engines'
  | 'persona-credits';

/** What every part of a page may know about its surroundings; travels to the browser as JSON. */
export interface PageRuntime {
  locale: PageLocale;
  viewer: 'visitor' | 'signed-in';
  site: {
    name: string;
    baseUrl: string;
    /** IANA name; one for everybody, because a page is rendered once and the browser must come to the same text. */
    timeZone: string;
    /** Address of the operator's colours, which follow ours; absent where ours hold. */
    stylesheet?: string;
    /** How German texts speak to people; *Sie* when absent. */
    address?: 'du';
    /** Paths of the operator's logo; absent where ours holds. */
    logo?: { light: string; dark?: string };
    /** Address of the icons drawn from it, without size; absent where ours holds. */
    icons?: string;
    /** What is switched off; nothing when absent. The server refuses it, whatever a page offers. */
    off?: readonly FeatureName[];
    /** No mail can leave: the operator has set up no mail server yet. */
    mailless?: true;
    /** A text that everybody agrees to still lacks words of the operator. */
    textsIncomplete?: true;
  };
  /** Proof that a form came from a page of ours; absent on pages that are the same for everybody. */
  formToken?: string;
  refusedForm?: RefusedForm;
  /** Links made for one person each, which the plain form just sent hands over: no other page has them. */
  links?: readonly PersonalLink[];
  /** Whom the plain form just sent shows, once; null where the account is gone. No other page has it. */
  person?: RevealedPerson | null;
  /** The reader wants to see no status beside names. */
  statusHidden?: boolean;
  /** One sentence about what just happened. */
  notice?: string;
  /** A UUID, new for every rendering on the server; the forms' client keys derive from it. */
  renderKey: string;
  /** Path and query shown, without the language prefix. */
  path: string;
}

const RuntimeContext = createContext<PageRuntime | null>(null);

/** Makes the page's surroundings known to everything below. */
export function PageRuntimeProvider({ runtime, children }: { runtime: PageRuntime; children: ReactNode }) {
  return <RuntimeContext value={runtime}>{children}</RuntimeContext>;
}

/** @returns the page's surroundings */
export function usePageRuntime(): PageRuntime {
  const runtime = use(RuntimeContext);
  if (!runtime) throw new Error('usePageRuntime needs a PageRuntimeProvider above it');
  return runtime;
}

/** @returns the part every address of this language begins with: empty for German */
export const localePrefix = (locale: PageLocale): '' | '/en' => (locale === 'en' ? '/en' : '');

/** @returns whether a part of the community is there to be led to */
export function useFeature(feature: FeatureName): boolean {
  return isOn(usePageRuntime().site, feature);
}

/** @returns the same, outside of components */
export const isOn = ({ off = [] }: PageRuntime['site'], feature: FeatureName): boolean =>
  !off.includes(feature);
