import type { MockValues } from './mock-execute.js';

const staff = {
  id: 'MiriamH',
  name: 'Miriam Hofer',
  kind: 'STAFF',
  role: 'Netzplanung',
  mark: null,
  about: 'Plant seit 2009 Glasfaser für Gewerbegebiete.',
  picture: null,
  pictureSeed: 'MiriamH',
  path: '/u/MiriamH',
};
const reader = {
  ...staff,
  id: 'Kranich42',
  name: 'Kranich42',
  kind: 'MEMBER',
  role: null,
  about: null,
  path: '/u/Kranich42',
};

const titles = [
  'Glasfaser im Gewerbegebiet: So läuft der Ausbau ab',
  'Rufnummern mitnehmen, ohne einen Tag zu verlieren',
  'Was wir aus der Störung vom Oktober gelernt haben',
];
const comment = (index: number) => ({
  id: `k${index}`,
  position: index,
  lang: 'de',
  html: index === 3 ? null : '<p>Danke, genau das haben wir gebraucht.</p>',
  deleted: false,
  hiddenReason: index === 3 ? 'Werbung' : null,
  createdAt: '2026-11-19T09:00:00.000Z',
  author: index === 2 ? staff : reader,
  kudos: { count: index, givenByViewer: false, viewerMayGive: true },
  privateOpinion: index === 2,
  viewerMayDelete: index === 1,
  viewerMaySpeakPrivately: index === 2,
  viewerMayModerate: true,
});
const article = (index: number): Record<string, unknown> => ({
  id: `a${index}`,
  path: `/blog/artikel/a${index}`,
  title: titles[index % titles.length],
  teaser:
    'Vom ersten Spatenstich bis zum ersten Telefonat: was auf Sie zukommt und was Sie vorbereiten können.',
  html: '<h3>Erst die Planung</h3><p>Bevor gebaut wird, melden wir uns bei Ihnen.</p><p>Dann geht es schnell.</p>',
  lang: 'de',
  tags: ['glasfaser', 'ausbau'],
  picture: null,
  publishedAt: '2026-11-18T08:00:00.000Z',
  updatedAt: '2026-11-20T08:00:00.000Z',
  commentCount: 3,
  author: staff,
  translation: { lang: 'en', path: '/blog/article/a9', title: 'Fibre in the business park' },
  kudos: { count: 12, givenByViewer: false, viewerMayGive: true },
  comments: { items: [1, 2, 3].map(comment), endPosition: 3, hasNextPage: false },
  more: [],
});
const placed = {
  path: '/blog/artikel/a0#c-k1',
  articleTitle: titles[0],
  articleLang: 'de',
  comment: comment(1),
};

const states = ['SUBMITTED', 'DRAFT', 'SCHEDULED', 'PUBLISHED', 'WITHDRAWN'];
const deskArticle = (index: number): Record<string, unknown> => ({
  id: `a${index}`,
  path: `/desk/blog/a${index}`,
  publicPath: index === 3 ? '/blog/artikel/a3' : null,
  state: states[index],
  revision: 2,
  title: titles[index % titles.length],
  teaser: 'Vom ersten Spatenstich bis zum ersten Telefonat.',
  body: 'Bevor gebaut wird, melden wir uns **bei Ihnen**.',
  html: '<p>Bevor gebaut wird, melden wir uns <strong>bei Ihnen</strong>.</p>',
  tags: ['glasfaser'],
  lang: 'de',
  translationId: null,
  picture: null,
  editedAt: '2026-11-19T09:00:00.000Z',
  publishedAt: null,
  scheduledAt: index === 2 ? '2026-12-01T07:00:00.000Z' : null,
  author: staff,
  editedBy: staff,
  draft: null,
  versions: [2, 1].map((number) => ({
    ...{
      number,
      title: titles[index % titles.length],
      editedAt: '2026-11-19T09:00:00.000Z',
      editedBy: staff,
    },
    ...{ approvedAt: null, approvedBy: null, byOnlyEditor: false },
  })),
  viewerMayRelease: true,
  viewerIsOnlyEditor: false,
});

/** A small blog in German. */
export const demoBlog: MockValues = {
  'Query.articles': { items: titles.map((_, index) => article(index)), hasNextPage: true },
  'Query.article': ({ id }: { id: string }) =>
    id === 'missing' ? null : { ...article(Number(id.slice(1))), more: [article(1), article(2)] },
  'Query.articleComment': ({ id }: { id: string }) => (id === 'missing' ? null : placed),
  'Query.blogDesk': { articles: states.map((_, index) => deskArticle(index)), stale: true },
  'Query.deskArticle': ({ id }: { id: string }) => deskArticle(Number(id.slice(1))),
  'Query.newArticleDraft': null,
};

/** A comment with the article it stands below. */
export const demoComment = placed;

/** What a search finds of it. */
export const demoArticleHits = [
  {
    article: article(0),
    titleHtml: '<mark>Glasfaser</mark> im Gewerbegebiet',
    excerptHtml: 'Was Sie für die <mark>Rufumleitung</mark> vorbereiten können.',
  },
];
