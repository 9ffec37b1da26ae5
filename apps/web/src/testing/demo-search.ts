import { threads } from './demo-forum.js';
import type { MockValues } from './mock-execute.js';

/** What people did not find, and what is recommended for it. */
export const demoSearch: MockValues = {
  'Query.missedSearches': [
    {
      ...{ id: 's0', words: 'anrufe weiterleiten', spellings: ['anruf weiterleitung'], mark: null },
      ...{ missed: 12, unopened: 3, lastDay: '2026-11-20' },
    },
    {
      ...{ id: 's1', words: 'faxgerat am neuen anschluss', spellings: [], mark: null },
      ...{ missed: 0, unopened: 6, lastDay: '2026-11-19' },
    },
  ],
  'Query.synonymGroups': [
    { ...{ id: 'y0', words: ['Anlage', 'Telefonanlage', 'TK-Anlage'], oneWay: false, revision: 2 } },
    { ...{ id: 'y1', words: ['Centrovia', 'Wolkenanlage'], oneWay: true, revision: 1 } },
  ],
  'Query.synonymPreview': {
    problem: null,
    effects: [
      {
        words: 'telefax einrichten',
        before: { total: 0, titles: [] },
        after: { total: 4, titles: [threads[0]!.title, threads[1]!.title] },
      },
    ],
  },
  'Query.helpSources': [
    {
      ...{ id: 'h0', address: 'https://hilfe.firma.example/sitemap.xml', fetchedAt: '2026-11-20T01:40:00Z' },
      ...{ problem: null, pages: 12, failed: 1, leftOut: 3 },
    },
    {
      ...{ id: 'h1', address: 'https://neues.firma.example/feed.xml', fetchedAt: '2026-11-20T01:40:00Z' },
      ...{ problem: 'ROBOTS', pages: 0, failed: 0, leftOut: 0 },
    },
  ],
  'Query.searchRecommendations': [
    {
      ...{ id: 'r0', words: 'sip daten' },
      answer: { title: threads[1]!.title, path: '/t/thema/t1', lang: 'de' },
    },
    { ...{ id: 'r1', words: 'altes portal' }, answer: null },
  ],
};
