import type { FeatureName, MessageKey } from '@kundig/web-kit';

/** A place where people work for the operator. */
export interface Desk {
  /** Without the language prefix. */
  path: string;
  /** Its name in the texts of the pages. */
  name: MessageKey<'pages'>;
  /** What the viewer must be allowed. */
  may: 'mayModerate' | 'mayDecideNotices' | 'mayWriteArticles' | 'mayEditFaq';
  /** Not there while this is switched off. */
  feature?: FeatureName;
}

/** All of them, in the order in which they are listed. */
export const desks: readonly Desk[] = [
  { path: '/desk/reports', name: 'desk.reports', may: 'mayModerate' },
  { path: '/desk/held', name: 'desk.held', may: 'mayModerate' },
  { path: '/desk/objections', name: 'desk.objections', may: 'mayModerate' },
  { path: '/desk/notices', name: 'desk.notices', may: 'mayDecideNotices' },
  { path: '/desk/proposals', name: 'desk.proposals', may: 'mayModerate', feature: 'experts' },
  { path: '/desk/experts', name: 'desk.experts', may: 'mayModerate', feature: 'experts' },
  { path: '/desk/marks', name: 'marks.title', may: 'mayModerate', feature: 'persons' },
  { path: '/desk/blog', name: 'desk.blog', may: 'mayWriteArticles', feature: 'blog' },
  { path: '/desk/faq', name: 'desk.faq', may: 'mayEditFaq' },
];
