import { readFileSync } from 'node:fs';
import { inRoot } from '../lib/paths.mjs';
import { Problem } from '../lib/problem.mjs';

/** Pages behind the link of a mail look at its token when their form is sent; before that any does. */
const TOKEN = 'a'.repeat(43);
const TITLE = encodeURIComponent('Rufumleitung am Wochenende auf das Handy');

/**
 * Every page of the community: its route, the name of its picture, the address to look at, and who looks. A name in braces
 * is a place of the demo, see `places.mjs`; what is `mailed` is reached by a link of a mail, see `mails.mjs`.
 */
export const PAGES = [
  { route: '/', name: 'home', path: '/' },
  { route: '/', name: 'home-mine', path: '/?tab=mine', as: 'member' },
  { route: '/b/:slug/:id', name: 'board', path: '{board}' },
  { route: '/b/:slug/:id', name: 'board-nothing-found', path: '{smallBoard}?state=unanswered' },
  { route: '/t/:slug/:id', name: 'thread-solved', path: '{solved}' },
  { route: '/t/:slug/:id', name: 'thread-open', path: '{open}', as: 'member' },
  { route: '/t/:slug/:id/moderate', name: 'thread-moderate', path: '{open}/moderate', as: 'moderator' },
  {
    route: '/t/:slug/:id/merge',
    name: 'thread-merge',
    path: '{open}/merge?into={solved}',
    as: 'moderator',
  },
  {
    route: '/t/:slug/:id/duplicate',
    name: 'thread-duplicate-mark',
    path: '{open}/duplicate?of={solved}',
    as: 'moderator',
  },
  { route: '/t/:slug/:id/split', name: 'thread-split', path: '{solved}/split', as: 'moderator' },
  { route: '/ask', name: 'ask', path: '/ask' },
  { route: '/ask', name: 'ask-member', path: `/ask?title=${TITLE}`, as: 'member' },
  { route: '/ask/sent', name: 'ask-sent', path: '/ask/sent' },
  { route: '/ask/finish/:token', name: 'ask-finish-gone', path: `/ask/finish/${TOKEN}` },
  { route: '/ask/publish/:token', name: 'ask-publish', path: `/ask/publish/${TOKEN}` },
  { route: '/search', name: 'search', path: '/search?q=Rufumleitng' },
  { route: '/search', name: 'search-names', path: '/search?q=Glas' },
  { route: '/search', name: 'search-nothing', path: '/search?q=Quastenflosser' },
  { route: '/tag/:tag', name: 'tag', path: '/tag/rufumleitung' },
  { route: '/u/:nickname', name: 'profile', path: '/u/{nickname}' },
  {
    ...{ route: '/u/:nickname/suspend', name: 'member-suspend' },
    ...{ path: '/u/{nickname}/suspend', as: 'moderator' },
  },
  { route: '/p/:id/edit', name: 'post-edit', path: '/p/{ownPost}/edit', as: 'member' },
  { route: '/p/:id/delete', name: 'post-delete', path: '/p/{ownPost}/delete', as: 'member' },
  { route: '/p/:id/report', name: 'post-report', path: '/p/{post}/report', as: 'member' },
  { route: '/p/:id/report/sent', name: 'post-report-sent', path: '/p/{post}/report/sent', as: 'member' },
  { route: '/p/:id/helped', name: 'post-helped', path: '/p/{post}/helped' },
  { route: '/p/:id/redact', name: 'post-redact', path: '/p/{ownPost}/redact', as: 'member' },
  { route: '/p/:id/history', name: 'post-history', path: '/p/{ownPost}/history', as: 'moderator' },
  { route: '/p/:id/hide', name: 'post-hide', path: '/p/{post}/hide', as: 'moderator' },
  { route: '/p/:id/suspend', name: 'post-suspend', path: '/p/{post}/suspend', as: 'moderator' },
  { route: '/p/:id/reveal', name: 'post-reveal', path: '/p/{anonymousPost}/reveal', as: 'moderator' },
  { route: '/suspended', name: 'suspended', path: '/suspended', as: 'suspended' },
  { route: '/same-problem/:id', name: 'same-problem', path: '/same-problem/{openId}' },
  { route: '/same-problem/sent', name: 'same-problem-sent', path: '/same-problem/sent' },
  {
    route: '/same-problem/confirm/:token',
    name: 'same-problem-confirm',
    path: '/same-problem/confirm/{sameProblemToken}',
    mailed: true,
  },
  { route: '/report-content', name: 'report-content', path: '/report-content' },
  { route: '/ranking', name: 'ranking', path: '/ranking' },
  { route: '/blog', name: 'blog', path: '/blog' },
  { route: '/blog/tag/:tag', name: 'blog-tag', path: '/blog/tag/glasfaser' },
  { route: '/blog/:slug/:id', name: 'article', path: '{article}' },
  {
    route: '/blog/comment/:id/report',
    name: 'comment-report',
    path: '/blog/comment/{comment}/report',
    as: 'moderator',
  },
  {
    route: '/blog/comment/:id/report/sent',
    name: 'comment-report-sent',
    path: '/blog/comment/{comment}/report/sent',
    as: 'moderator',
  },
  {
    route: '/blog/comment/:id/delete',
    name: 'comment-delete',
    path: '/blog/comment/{ownComment}/delete',
    as: 'member',
  },
  {
    route: '/blog/comment/:id/hide',
    name: 'comment-hide',
    path: '/blog/comment/{comment}/hide',
    as: 'moderator',
  },
  {
    route: '/blog/comment/:id/redact',
    name: 'comment-redact',
    path: '/blog/comment/{ownComment}/redact',
    as: 'member',
  },
  { route: '/faq', name: 'faq', path: '/faq' },
  { route: '/faq/:slug/:id', name: 'faq-entry', path: '{faqEntry}' },
  { route: '/sign-in', name: 'sign-in', path: '/sign-in?next=/ask' },
  { route: '/sign-in/code/:ticket', name: 'sign-in-code', path: `/sign-in/code/${TOKEN}` },
  { route: '/register', name: 'register', path: '/register' },
  { route: '/register/sent', name: 'register-sent', path: '/register/sent' },
  { route: '/confirm/:token', name: 'confirm', path: `/confirm/${TOKEN}` },
  { route: '/invitation/:token', name: 'invitation-gone', path: `/invitation/${TOKEN}` },
  { route: '/forgot-password', name: 'forgot-password', path: '/forgot-password' },
  { route: '/forgot-password/sent', name: 'forgot-password-sent', path: '/forgot-password/sent' },
  { route: '/reset-password/:token', name: 'reset-password', path: `/reset-password/${TOKEN}` },
  {
    route: '/first-administrator/:token',
    name: 'first-administrator-gone',
    path: `/first-administrator/${TOKEN}`,
  },
  { route: '/unsubscribe/:token', name: 'unsubscribe', path: '/unsubscribe/{wayOutToken}', mailed: true },
  { route: '/notifications', name: 'notifications', path: '/notifications', as: 'member' },
  { route: '/settings/account', name: 'settings-account', path: '/settings/account', as: 'member' },
  {
    route: '/settings/account/mail/:token',
    name: 'settings-account-mail',
    path: `/settings/account/mail/${TOKEN}`,
    as: 'member',
  },
  {
    route: '/settings/account/delete',
    name: 'settings-account-delete',
    path: '/settings/account/delete',
    as: 'member',
  },
  {
    route: '/settings/account/second-factor',
    name: 'settings-second-factor',
    path: '/settings/account/second-factor',
    as: 'moderator',
  },
  {
    route: '/settings/account/second-factor/prove',
    name: 'settings-second-factor-prove',
    path: '/settings/account/second-factor/prove',
    as: 'moderator',
  },
  { route: '/account-deleted', name: 'account-deleted', path: '/account-deleted' },
  {
    route: '/settings/notifications',
    name: 'settings-notifications',
    path: '/settings/notifications',
    as: 'member',
  },
  { route: '/settings/personas', name: 'settings-personas', path: '/settings/personas', as: 'member' },
  {
    route: '/settings/personas/:id/claim',
    name: 'settings-persona-claim',
    path: '/settings/personas/{ownPersona}/claim',
    as: 'member',
  },
  {
    route: '/settings/personas/:id/give-up',
    name: 'settings-persona-give-up',
    path: '/settings/personas/{ownPersona}/give-up',
    as: 'member',
  },
  {
    route: '/settings/who-sees-what',
    name: 'settings-who-sees-what',
    path: '/settings/who-sees-what?as=moderator&thread={ownPersonaThread}',
    as: 'member',
  },
  { route: '/settings/person', name: 'settings-person', path: '/settings/person', as: 'member' },
  { route: '/settings/display', name: 'settings-display', path: '/settings/display' },
  { route: '/mine', name: 'mine', path: '/mine', as: 'member' },
  { route: '/imprint', name: 'imprint', path: '/imprint' },
  { route: '/privacy', name: 'privacy', path: '/privacy' },
  { route: '/netiquette', name: 'netiquette', path: '/netiquette' },
  { route: '/terms', name: 'terms', path: '/terms' },
  { route: '/accessibility', name: 'accessibility', path: '/accessibility' },
  { route: '/texts/accept', name: 'texts-accept', path: '/texts/accept', as: 'member' },
  { route: '/admin', name: 'admin', path: '/admin', as: 'administrator' },
  { route: '/admin/setup', name: 'admin-setup', path: '/admin/setup', as: 'administrator' },
  { route: '/admin/site', name: 'admin-site', path: '/admin/site', as: 'administrator' },
  { route: '/admin/logo', name: 'admin-logo', path: '/admin/logo', as: 'administrator' },
  { route: '/admin/features', name: 'admin-features', path: '/admin/features', as: 'administrator' },
  { route: '/admin/leak-guard', name: 'admin-leak-guard', path: '/admin/leak-guard', as: 'administrator' },
  { route: '/admin/offer', name: 'admin-offer', path: '/admin/offer', as: 'administrator' },
  { route: '/admin/texts', name: 'admin-texts', path: '/admin/texts', as: 'administrator' },
  { route: '/admin/texts/:slug', name: 'admin-text', path: '/admin/texts/imprint', as: 'administrator' },
  { route: '/admin/contact', name: 'admin-contact', path: '/admin/contact', as: 'administrator' },
  { route: '/admin/incident', name: 'admin-incident', path: '/admin/incident', as: 'administrator' },
  { route: '/admin/boards', name: 'admin-boards', path: '/admin/boards', as: 'administrator' },
  { route: '/admin/boards/new', name: 'admin-board-new', path: '/admin/boards/new', as: 'administrator' },
  { route: '/admin/boards/:id', name: 'admin-board', path: '{adminBoard}', as: 'administrator' },
  { route: '/admin/groups', name: 'admin-groups', path: '/admin/groups', as: 'administrator' },
  { route: '/admin/groups/:id', name: 'admin-group', path: '{adminGroup}', as: 'administrator' },
  { route: '/admin/roles', name: 'admin-roles', path: '/admin/roles', as: 'administrator' },
  { route: '/admin/members', name: 'admin-members', path: '/admin/members?q=Kra', as: 'administrator' },
  {
    route: '/admin/members/:nickname',
    name: 'admin-member',
    path: '/admin/members/{nickname}',
    as: 'administrator',
  },
  {
    route: '/admin/invitations',
    name: 'admin-invitations',
    path: '/admin/invitations',
    as: 'administrator',
  },
  { route: '/admin/mail', name: 'admin-mail', path: '/admin/mail', as: 'administrator' },
  { route: '/admin/help-pages', name: 'admin-help-pages', path: '/admin/help-pages', as: 'administrator' },
  { route: '/admin/reveals', name: 'admin-reveals', path: '/admin/reveals', as: 'administrator' },
  { route: '/admin/jobs', name: 'admin-jobs', path: '/admin/jobs', as: 'administrator' },
  { route: '/desk/faq', name: 'desk-faq', path: '/desk/faq', as: 'moderator' },
  {
    route: '/desk/synonyms',
    name: 'desk-synonyms',
    path: '/desk/synonyms?words=Fax%2C%20Telefax',
    as: 'administrator',
  },
  { route: '/desk/searches', name: 'desk-searches', path: '/desk/searches', as: 'administrator' },
  { route: '/desk/blog', name: 'desk-blog', path: '/desk/blog', as: 'moderator' },
  { route: '/desk/blog/new', name: 'desk-article-new', path: '/desk/blog/new', as: 'moderator' },
  { route: '/desk/blog/:id', name: 'desk-article', path: '{deskArticle}', as: 'moderator' },
  {
    route: '/desk/blog/:id/redact',
    name: 'desk-article-redact',
    path: '{deskArticle}/redact',
    as: 'moderator',
  },
  { route: '/desk/reports', name: 'desk-reports', path: '/desk/reports', as: 'moderator' },
  { route: '/desk/objections', name: 'desk-objections', path: '/desk/objections', as: 'moderator' },
  { route: '/desk/reveals', name: 'desk-reveals', path: '/desk/reveals', as: 'administrator' },
  { route: '/desk/held', name: 'desk-held', path: '/desk/held', as: 'moderator' },
  { route: '/desk/marks', name: 'desk-marks', path: '/desk/marks', as: 'moderator' },
  { route: '/desk/notices', name: 'desk-notices', path: '/desk/notices', as: 'moderator' },
  { route: '/desk/proposals', name: 'desk-proposals', path: '/desk/proposals', as: 'moderator' },
  { route: '/desk/experts', name: 'desk-experts', path: '/desk/experts', as: 'moderator' },
  { route: '/desk/audit', name: 'desk-audit', path: '/desk/audit', as: 'administrator' },
  { route: '/desk/outbox', name: 'desk-outbox', path: '/desk/outbox', as: 'administrator' },
  { route: '*', name: 'not-found', path: '/nirgendwo' },
  { route: '*', name: 'not-found-signed-in', path: '/admin', as: 'member' },
];

/** What the README shows, each in one view. */
export const README_PICTURES = [
  { name: 'home-de', path: '/' },
  { name: 'home-de-dark', path: '/', colorScheme: 'dark' },
  { name: 'home-en-phone', path: '/en', phone: true },
  { name: 'board-de', path: '{board}' },
  { name: 'thread-de', path: '{solved}' },
  { name: 'thread-de-phone', path: '{solved}', phone: true },
  { name: 'search-de', path: '/search?q=Rufumleitng' },
  { name: 'composer-de', path: `/ask?title=${TITLE}`, as: 'member' },
];

/**
 * Routes without a picture: an address that only leads on, those whose links come by mail alone, and those for authors of
 * what is hidden.
 */
const UNSEEN = ['/p/:id', '/solved/:token', '/notice/:token', '/p/:id/object', '/blog/comment/:id/object'];

/**
 * @param {{ path: string }} page
 * @param {Record<string, string>} places by their names
 * @returns {string} the page's address, with the places in it
 */
export const addressOf = ({ path }, places) => path.replace(/\{(\w+)\}/g, (_, place) => places[place]);

/** @throws Problem naming every route of the community that has no page here */
export function assertAllRoutes() {
  const source = readFileSync(inRoot('apps', 'web', 'src', 'page', 'routes.ts'), 'utf8');
  const seen = new Set([...PAGES.map(({ route }) => route), ...UNSEEN]);
  const missing = [...source.matchAll(/\bpath: '([^']+)'/g)]
    .map(([, route]) => route)
    .filter((route) => !seen.has(route));
  if (missing.length > 0)
    throw new Problem(`tools/screenshots/pages.mjs has no page for ${missing.join(', ')}.`);
}
