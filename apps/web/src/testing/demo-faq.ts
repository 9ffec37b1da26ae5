import { board, thread, threads } from './demo-forum.js';
import type { MockValues } from './mock-execute.js';

/** Entries, and the threads that could become some. */
export const demoFaq: MockValues = {
  'Query.faq': [
    'Wie setze ich eine Rufumleitung, die den Neustart überlebt?',
    'Wo finde ich die SIP-Daten?',
    'Wie bekomme ich XRechnungen?',
  ].map((question, index) => ({
    id: `f${index}`,
    path: `/faq/frage/f${index}`,
    question,
    answerHtml: '<p>Im Kundenbereich unter <strong>Telefonie</strong>.</p>',
    lang: 'de',
    board: index < 2 ? board(0) : null,
  })),
  'Query.faqEntry': ({ id }: { id: string }) =>
    id === 'missing'
      ? null
      : {
          id,
          path: `/faq/frage/${id}`,
          question: 'Wie setze ich eine Rufumleitung, die den Neustart überlebt?',
          answerHtml: '<p>Im Kundenbereich unter <strong>Telefonie</strong>.</p>',
          lang: 'de',
          thread: thread(0),
        },
  'Query.faqCandidates': {
    page: 1,
    pageCount: 1,
    items: threads.slice(0, 3).map((candidate, index) => ({
      thread: candidate,
      kudos: 40 - 11 * index,
      views: 1200 - 300 * index,
      score: 0.9,
    })),
  },
  'FaqEntry.sources': [
    {
      ...{ site: 'archiv-1.example', url: 'https://archiv-1.example/a/7', author: 'Ada Lovelace' },
      ...{ licence: 'CC BY-SA 4.0', licenceUrl: 'https://creativecommons.org/licenses/by-sa/4.0/' },
    },
  ],
  'FaqEntry.question': 'Wie setze ich eine Rufumleitung, die den Neustart überlebt?',
  'FaqEntry.answer': 'Im Kundenbereich unter **Telefonie**.',
  'FaqEntry.thread': thread(0),
  'FaqEntry.review': null,
  'FaqRelease.progress': 1,
  'FaqRelease.files': [
    { name: 'faq-2026.json', path: '/faq/export/faq.json', bytes: 18200 },
    { name: 'faq-2026.csv', path: '/faq/export/faq.csv', bytes: 9100 },
  ],
};
