import type { i18n } from 'i18next';
import { PageAnswers, ErrorState, messagesOf, type PageProps } from '@kundig/web-kit';
import type { LoadedPage } from './load-page.js';

/** What can go wrong before a page is found, each with its own two sentences. */
const texts = {
  403: { title: 'problem.forbidden.title', text: 'problem.forbidden.text' },
  404: { title: 'problem.missing.title', text: 'problem.missing.text' },
  429: { title: 'problem.busy.title', text: 'problem.busy.text' },
  500: { title: 'problem.defect.title', text: 'problem.defect.text' },
  503: { title: 'problem.maintenance.title', text: 'problem.maintenance.text' },
} as const;

/**
 * @param engine texts of the page's language
 * @param status HTTP status the page explains
 * @returns a page that needs no data
 */
export function problemPage(engine: i18n, status: keyof typeof texts): LoadedPage {
  const t = messagesOf(engine, 'pages');
  const { title, text } = texts[status];
  const Problem = (_: PageProps) => <ErrorState title={t(title)} text={t(text)} />;
  const outcome = { title: t(title), noindex: true };
  return {
    module: { default: Problem, prefetch: () => Promise.resolve(outcome) },
    outcome,
    params: {},
    url: new URL('http://page.invalid/'),
    answers: new PageAnswers(),
  };
}
