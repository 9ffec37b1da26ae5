import type { ResultOf } from '@graphql-typed-document-node/core';
import { isOn, type FeatureName, type MessageKey, type PageRuntime } from '@kundig/web-kit';
import type { FrameQuery } from '../../page/frame-query.js';

type Viewer = ResultOf<typeof FrameQuery>['viewer'];

/** A place where people work for the operator. */
export interface Desk {
  /** Without the language prefix. */
  path: string;
  /** Its name in the texts of the pages. */
  name: MessageKey<'pages'>;
  /** What the viewer must be allowed. */
  may:
    | 'mayModerate'
    | 'mayDecideNotices'
    | 'mayWriteArticles'
    | 'mayEditFaq'
    | 'mayImproveSearch'
    | 'mayApproveReveals';
  /** Not there while this is switched off. */
  feature?: FeatureName;
  /** In the account menu also while nothing waits there. */
  inMenu?: boolean;
  /** How much lies there that the viewer may decide about. */
  waiting?(viewer: Viewer): number;
}

/** All of them, in the order in which they are listed. */
export const desks: readonly Desk[] = [
  {
    path: '/desk/reports',
    name: 'desk.reports',
    may: 'mayModerate',
    inMenu: true,
    waiting: ({ openReports, openObjections }) => openReports - openObjections,
  },
  {
    path: '/desk/held',
    name: 'desk.held',
    may: 'mayModerate',
    inMenu: true,
    waiting: ({ waitingPosts }) => waitingPosts,
  },
  {
    path: '/desk/objections',
    name: 'desk.objections',
    may: 'mayModerate',
    waiting: ({ openObjections }) => openObjections,
  },
  {
    path: '/desk/notices',
    name: 'desk.notices',
    may: 'mayDecideNotices',
    waiting: ({ openContentNotices }) => openContentNotices,
  },
  {
    path: '/desk/reveals',
    name: 'desk.reveals',
    may: 'mayApproveReveals',
    inMenu: true,
    waiting: ({ waitingReveals }) => waitingReveals,
  },
  { path: '/desk/proposals', name: 'desk.proposals', may: 'mayModerate', feature: 'experts' },
  { path: '/desk/experts', name: 'desk.experts', may: 'mayModerate', feature: 'experts' },
  { path: '/desk/marks', name: 'marks.title', may: 'mayModerate', feature: 'persons', inMenu: true },
  { path: '/desk/blog', name: 'desk.blog', may: 'mayWriteArticles', feature: 'blog', inMenu: true },
  { path: '/desk/faq', name: 'desk.faq', may: 'mayEditFaq', inMenu: true },
  { path: '/desk/searches', name: 'desk.searches', may: 'mayImproveSearch' },
  { path: '/desk/synonyms', name: 'desk.synonyms', may: 'mayImproveSearch' },
];

/** @returns whether nothing it belongs to is switched off */
export const isThere = ({ feature }: Pick<Desk, 'feature'>, site: PageRuntime['site']): boolean =>
  !feature || isOn(site, feature);

/** @returns the desks at which the viewer may work */
export const openDesks = (viewer: Viewer, site: PageRuntime['site']): readonly Desk[] =>
  desks.filter((desk) => viewer[desk.may] && isThere(desk, site));

/** @returns how much lies there that the viewer may decide about */
export const waitingAt = ({ waiting }: Pick<Desk, 'waiting'>, viewer: Viewer): number =>
  waiting?.(viewer) ?? 0;
