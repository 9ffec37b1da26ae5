import { matchPath } from 'react-router';
import { isOn, type FeatureName, type PageModule, type PageRuntime } from '@kundig/web-kit';
import * as NotFoundPage from '../routes/errors/NotFoundPage.js';

interface Route {
  path: string;
  /** Part of the community it belongs to: not there while that is switched off. */
  feature?: FeatureName;
  load(): Promise<PageModule>;
}

/** Every address of the community; the language prefix is not part of it. */
const routes: readonly Route[] = [
  { path: '/', load: () => import('../routes/home/HomePage.js') },
  { path: '/b/:slug/:id', load: () => import('../routes/board/BoardPage.js') },
  { path: '/t/:slug/:id', load: () => import('../routes/thread/ThreadPage.js') },
  { path: '/t/:slug/:id/moderate', load: () => import('../routes/thread/ModerateThreadPage.js') },
  { path: '/t/:slug/:id/duplicate', load: () => import('../routes/thread/DuplicatePage.js') },
  { path: '/t/:slug/:id/merge', load: () => import('../routes/thread/MergeThreadPage.js') },
  { path: '/t/:slug/:id/split', load: () => import('../routes/thread/SplitThreadPage.js') },
  { path: '/ask', load: () => import('../routes/ask/AskPage.js') },
  { path: '/same-problem/sent', load: () => import('../routes/account/DonePage.js') },
  { path: '/same-problem/confirm/:token', load: () => import('../routes/thread/ConfirmSameProblemPage.js') },
  { path: '/same-problem/:id', load: () => import('../routes/thread/SameProblemPage.js') },
  { path: '/ask/sent', load: () => import('../routes/account/DonePage.js') },
  {
    path: '/ask/finish/:token',
    feature: 'guests',
    load: () => import('../routes/ask/FinishQuestionPage.js'),
  },
  {
    path: '/ask/publish/:token',
    feature: 'guests',
    load: () => import('../routes/ask/PublishQuestionPage.js'),
  },
  { path: '/search', load: () => import('../routes/search/SearchPage.js') },
  { path: '/tag/:tag', load: () => import('../routes/tag/TagPage.js') },
  { path: '/u/:nickname', load: () => import('../routes/member/MemberPage.js') },
  { path: '/u/:nickname/suspend', load: () => import('../routes/member/SuspendMemberPage.js') },
  { path: '/p/:id', load: () => import('../routes/post/PostRedirectPage.js') },
  { path: '/p/:id/edit', load: () => import('../routes/post/EditPage.js') },
  { path: '/p/:id/delete', load: () => import('../routes/post/DeletePage.js') },
  { path: '/p/:id/report', load: () => import('../routes/post/ReportPage.js') },
  { path: '/p/:id/report/sent', load: () => import('../routes/post/ReportSentPage.js') },
  { path: '/p/:id/helped', load: () => import('../routes/post/HelpedPage.js') },
  { path: '/p/:id/redact', load: () => import('../routes/post/RedactPage.js') },
  { path: '/p/:id/history', load: () => import('../routes/post/HistoryPage.js') },
  { path: '/p/:id/suspend', load: () => import('../routes/post/SuspendPage.js') },
  { path: '/p/:id/reveal', load: () => import('../routes/post/RevealPage.js') },
  { path: '/suspended', load: () => import('../routes/account/SuspendedPage.js') },
  { path: '/p/:id/hide', load: () => import('../routes/post/HidePage.js') },
  { path: '/p/:id/object', load: () => import('../routes/post/ObjectPage.js') },
  { path: '/solved/:token', load: () => import('../routes/thread/SettlePage.js') },
  { path: '/ranking', feature: 'ranking', load: () => import('../routes/ranking/RankingPage.js') },
  { path: '/blog', feature: 'blog', load: () => import('../routes/blog/BlogPage.js') },
  { path: '/blog/tag/:tag', feature: 'blog', load: () => import('../routes/blog/BlogTagPage.js') },
  { path: '/blog/:slug/:id', feature: 'blog', load: () => import('../routes/blog/ArticlePage.js') },
  {
    path: '/blog/comment/:id/report',
    feature: 'blog',
    load: () => import('../routes/blog/ReportCommentPage.js'),
  },
  {
    path: '/blog/comment/:id/report/sent',
    feature: 'blog',
    load: () => import('../routes/blog/CommentReportSentPage.js'),
  },
  {
    path: '/blog/comment/:id/delete',
    feature: 'blog',
    load: () => import('../routes/blog/DeleteCommentPage.js'),
  },
  {
    path: '/blog/comment/:id/hide',
    feature: 'blog',
    load: () => import('../routes/blog/HideCommentPage.js'),
  },
  {
    path: '/blog/comment/:id/object',
    feature: 'blog',
    load: () => import('../routes/blog/ObjectToCommentPage.js'),
  },
  {
    path: '/blog/comment/:id/redact',
    feature: 'blog',
    load: () => import('../routes/blog/RedactCommentPage.js'),
  },
  { path: '/faq', feature: 'faq', load: () => import('../routes/faq/FaqPage.js') },
  { path: '/faq/:slug/:id', feature: 'faq', load: () => import('../routes/faq/FaqEntryPage.js') },
  { path: '/sign-in', load: () => import('../routes/account/SignInPage.js') },
  { path: '/sign-in/code/:ticket', load: () => import('../routes/account/SignInCodePage.js') },
  { path: '/register', load: () => import('../routes/account/RegisterPage.js') },
  { path: '/register/sent', load: () => import('../routes/account/DonePage.js') },
  { path: '/confirm/:token', load: () => import('../routes/account/ConfirmMailPage.js') },
  { path: '/forgot-password', load: () => import('../routes/account/ForgotPasswordPage.js') },
  { path: '/forgot-password/sent', load: () => import('../routes/account/DonePage.js') },
  { path: '/reset-password/:token', load: () => import('../routes/account/ResetPasswordPage.js') },
  {
    path: '/first-administrator/:token',
    load: () => import('../routes/account/FirstAdministratorPage.js'),
  },
  { path: '/invitation/:token', load: () => import('../routes/account/InvitationPage.js') },
  { path: '/unsubscribe/:token', load: () => import('../routes/account/UnsubscribePage.js') },
  { path: '/notifications', load: () => import('../routes/own/NotificationsPage.js') },
  { path: '/settings/account', load: () => import('../routes/own/AccountPage.js') },
  { path: '/settings/account/mail/:token', load: () => import('../routes/own/ConfirmNewMailPage.js') },
  { path: '/settings/account/delete', load: () => import('../routes/own/DeleteAccountPage.js') },
  { path: '/settings/account/second-factor', load: () => import('../routes/own/SecondFactorPage.js') },
  {
    path: '/settings/account/second-factor/prove',
    load: () => import('../routes/own/ProveSecondFactorPage.js'),
  },
  { path: '/account-deleted', load: () => import('../routes/account/DonePage.js') },
  { path: '/settings/notifications', load: () => import('../routes/own/MailSettingsPage.js') },
  { path: '/settings/personas', load: () => import('../routes/own/PersonasPage.js') },
  { path: '/settings/personas/:id/claim', load: () => import('../routes/own/ClaimPersonaPage.js') },
  { path: '/settings/personas/:id/give-up', load: () => import('../routes/own/GiveUpPersonaPage.js') },
  { path: '/settings/who-sees-what', load: () => import('../routes/own/WhoSeesWhatPage.js') },
  { path: '/settings/person', load: () => import('../routes/own/PersonPage.js') },
  { path: '/settings/display', feature: 'experts', load: () => import('../routes/own/DisplayPage.js') },
  { path: '/mine', load: () => import('../routes/own/MinePage.js') },
  { path: '/imprint', load: () => import('../routes/texts/LegalPage.js') },
  { path: '/privacy', load: () => import('../routes/texts/LegalPage.js') },
  { path: '/netiquette', load: () => import('../routes/texts/LegalPage.js') },
  { path: '/terms', load: () => import('../routes/texts/LegalPage.js') },
  { path: '/texts/accept', load: () => import('../routes/texts/AcceptTextsPage.js') },
  { path: '/accessibility', load: () => import('../routes/texts/LegalPage.js') },
  { path: '/admin', load: () => import('../routes/admin/AdminPage.js') },
  { path: '/admin/setup', load: () => import('../routes/admin/SetupPage.js') },
  { path: '/admin/texts', load: () => import('../routes/admin/TextsPage.js') },
  { path: '/admin/texts/:slug', load: () => import('../routes/admin/TextPage.js') },
  { path: '/admin/contact', load: () => import('../routes/admin/ContactPage.js') },
  { path: '/admin/site', load: () => import('../routes/admin/SitePage.js') },
  { path: '/admin/features', load: () => import('../routes/admin/FeaturesPage.js') },
  { path: '/admin/leak-guard', load: () => import('../routes/admin/LeakGuardPage.js') },
  { path: '/admin/logo', load: () => import('../routes/admin/LogoPage.js') },
  { path: '/admin/offer', load: () => import('../routes/admin/OfferPage.js') },
  { path: '/admin/incident', load: () => import('../routes/admin/IncidentPage.js') },
  { path: '/admin/boards', load: () => import('../routes/admin/BoardsPage.js') },
  { path: '/admin/boards/new', load: () => import('../routes/admin/NewBoardPage.js') },
  { path: '/admin/boards/:id', load: () => import('../routes/admin/BoardSettingsPage.js') },
  { path: '/admin/groups', load: () => import('../routes/admin/GroupsPage.js') },
  { path: '/admin/groups/:id', load: () => import('../routes/admin/GroupPage.js') },
  { path: '/admin/roles', load: () => import('../routes/admin/RolesPage.js') },
  { path: '/admin/invitations', load: () => import('../routes/admin/InvitationsPage.js') },
  { path: '/admin/help-pages', load: () => import('../routes/admin/HelpPagesPage.js') },
  { path: '/admin/jobs', load: () => import('../routes/admin/JobsPage.js') },
  { path: '/admin/mail', load: () => import('../routes/admin/MailPage.js') },
  { path: '/admin/reveals', load: () => import('../routes/admin/RevealsPage.js') },
  { path: '/admin/members', load: () => import('../routes/admin/MembersPage.js') },
  { path: '/admin/members/:nickname', load: () => import('../routes/admin/MemberFilePage.js') },
  { path: '/desk/faq', load: () => import('../routes/desk/FaqDeskPage.js') },
  { path: '/desk/searches', load: () => import('../routes/desk/SearchesPage.js') },
  { path: '/desk/synonyms', load: () => import('../routes/desk/SynonymsPage.js') },
  { path: '/report-content', load: () => import('../routes/notice/ReportContentPage.js') },
  { path: '/notice/:token', load: () => import('../routes/notice/NoticePage.js') },
  { path: '/desk/notices', load: () => import('../routes/desk/NoticesPage.js') },
  { path: '/desk/blog', feature: 'blog', load: () => import('../routes/desk/BlogDeskPage.js') },
  { path: '/desk/blog/new', feature: 'blog', load: () => import('../routes/desk/NewArticlePage.js') },
  { path: '/desk/blog/:id', feature: 'blog', load: () => import('../routes/desk/ArticleEditorPage.js') },
  {
    path: '/desk/blog/:id/redact',
    feature: 'blog',
    load: () => import('../routes/desk/RedactArticlePage.js'),
  },
  { path: '/desk/reports', load: () => import('../routes/desk/ReportsPage.js') },
  { path: '/desk/objections', load: () => import('../routes/desk/ObjectionsPage.js') },
  { path: '/desk/proposals', feature: 'experts', load: () => import('../routes/desk/ProposalsPage.js') },
  { path: '/desk/reveals', load: () => import('../routes/desk/RevealsPage.js') },
  { path: '/desk/held', load: () => import('../routes/desk/HeldPage.js') },
  { path: '/desk/experts', feature: 'experts', load: () => import('../routes/desk/ExpertsPage.js') },
  { path: '/desk/marks', feature: 'persons', load: () => import('../routes/desk/MarksPage.js') },
  { path: '/desk/audit', load: () => import('../routes/desk/AuditPage.js') },
  { path: '/desk/outbox', load: () => import('../routes/desk/OutboxPage.js') },
];

const notFound: Route = { path: '*', load: () => Promise.resolve(NotFoundPage) };

const LONGEST_PARAM = 200;

/**
 * @param url address without the language prefix
 * @param site what is switched off there has no address
 * @returns the route of that address with its decoded parameters; the not-found page for an unknown one
 */
export function matchRoute(
  url: URL,
  site: PageRuntime['site'],
): { load(): Promise<PageModule>; params: Record<string, string> } {
  for (const route of routes) {
    const match = matchPath(route.path, url.pathname);
    if (!match || (route.feature && !isOn(site, route.feature))) continue;
    const params = Object.entries(match.params).map(([name, value]) => [name, value ?? ''] as const);
    if (params.some(([, value]) => value.length > LONGEST_PARAM)) break;
    return { load: route.load, params: Object.fromEntries(params) };
  }
  return { load: notFound.load, params: {} };
}

/**
 * @param url address without the language prefix
 * @returns the pattern of that address, which names nobody and nothing; `*` for an unknown one
 */
export const patternOf = (url: URL): string =>
  routes.find(({ path }) => matchPath(path, url.pathname))?.path ?? notFound.path;
