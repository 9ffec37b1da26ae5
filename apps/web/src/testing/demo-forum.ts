import { demoArticleHits } from './demo-blog.js';
import type { MockValues } from './mock-execute.js';

const author = (name: string, kind = 'MEMBER', role: string | null = null) => ({
  id: name,
  name,
  kind,
  role,
  mark: null,
  about: null,
  picture: null,
  pictureSeed: name,
  path: kind === 'PERSONA' ? null : `/u/${name}`,
  claimedBy: null as { name: string; path: string } | null,
});
export const kranich = author('Kranich42');
const persona = author('Anonym · Eisvogel', 'PERSONA');
export const staff = author('Miriam S.', 'STAFF', 'Technik');

const boardNames = [
  'Telefonie',
  'Internet & Netz',
  'Microsoft 365',
  'Rechnung & Vertrag',
  'Sicherheit',
  'Plauderecke',
];
export const board = (index: number): Record<string, unknown> => ({
  id: `b${index}`,
  slug: `b${index}`,
  name: boardNames[index],
  description: 'Anschlüsse, Rufumleitung, Telefonanlagen und alles, was klingelt.',
  path: `/b/telefonie/b${index}`,
  readable: index !== 4,
  threadCount: 12 * (index + 1) + 130 * (index % 2),
  viewerMayPost: true,
  membersMayPost: true,
  closed: false,
  questionFields: [],
  parent: null,
  children: [],
});

const titles = [
  'Rufumleitung auf Mobilnummer greift nach dem Neustart des Routers nicht mehr',
  'Outlook fragt seit heute früh dauernd nach dem Passwort',
  'Erfahrungen mit Glasfaser im Gewerbegebiet?',
  'Zweite Rufnummer auf der Anlage einrichten: wo finde ich die SIP-Daten für den Nebenstandort in Köln-Ehrenfeld und wer kann sie freischalten?',
  'Rechnung als XRechnung erhalten',
  'VPN bricht jede Stunde ab',
];
export const post = (index: number, more: Record<string, unknown> = {}) => ({
  id: `p${index}`,
  path: `/t/rufumleitung/t0#p-p${index}`,
  position: index,
  kind: 'REPLY',
  author: [kranich, persona, staff][index % 3],
  isAsker: index % 3 === 1,
  html: `<p>Bei uns lag es daran, dass die Umleitung im <em>Router</em> und nicht in der Anlage gesetzt war. Nach dem Neustart vergisst er sie. So geht es dauerhaft:</p><ol><li>Kundenbereich öffnen</li><li><strong>Telefonie → Rufumleitung</strong> wählen</li><li>Zielnummer mit Vorwahl eintragen</li></ol><pre><code>*21*+4915112345678#</code></pre>`,
  stub: null,
  createdAt: '2026-11-20T09:15:00.000Z',
  createdAtRounded: index % 3 === 1,
  editedAt: index === 3 ? '2026-11-20T11:15:00.000Z' : null,
  solution: false,
  privateOpinion: index === 5,
  byExpert: index % 3 === 0,
  official: index % 3 === 2,
  lang: 'de',
  source: null,
  helped: null,
  kudos: { count: index * 4, givenByViewer: index === 3, viewerMayGive: true },
  viewer: {
    isAuthor: false,
    mayEdit: true,
    mayDelete: true,
    mayModerate: true,
    mayRedact: true,
    maySpeakPrivately: index === 5,
    body: 'Bei uns lag es daran …',
  },
  ...more,
});
export const opening = post(1, {
  kind: 'OPENING',
  author: persona,
  isAsker: true,
  createdAtRounded: true,
  html: `<p>Guten Tag, wir haben seit Montag das Problem, dass die Rufumleitung auf das Diensthandy nach jedem Neustart des Routers weg ist. Wir haben sie dreimal neu gesetzt, den Router auf den neuesten Stand gebracht und den Support angerufen, der aber auch keinen Rat wusste.</p><p>Die Anlage ist eine kleine Nebenstellenanlage mit sechs Telefonen. Hat jemand eine Idee, woran das liegen könnte? Wir verlieren dadurch jeden Morgen Anrufe, und das ist gerade zum Monatsende wirklich unangenehm.</p>`,
});

export const thread = (index: number): Record<string, unknown> => ({
  id: `t${index}`,
  path: index === 0 ? '/t/rufumleitung/t0' : `/t/thema/t${index}`,
  title: titles[index % titles.length],
  kind: index === 2 ? 'DISCUSSION' : 'QUESTION',
  lang: 'de',
  solved: index === 0 || index === 4,
  sameProblemCount: index === 1 ? 4 : 0,
  replyCount: index === 1 ? 0 : index + 2,
  solutionExcerpt:
    index === 0
      ? 'Die Umleitung im Kundenbereich setzen, nicht im Router: dort überlebt sie den Neustart.'
      : null,
  solutionOfficial: index === 0,
  lastPostAt: `2026-11-2${index % 2}T1${index}:15:00.000Z`,
  createdAt: '2026-11-19T08:00:00.000Z',
  author: [persona, kranich, staff][index % 3],
  lastAuthor: [kranich, persona, staff][index % 3],
  board: board(index % 6),
  pinned: false,
  slowMinutes: null,
  unindexed: false,
  moveTargets: [1, 5].map((other) => ({ ...board(other), visibility: other === 5 ? 'MEMBERS' : 'PUBLIC' })),
  locked: false,
  hidden: false,
  tags: ['rufumleitung', 'router', 'telefonanlage'],
  excerpt: 'Guten Tag, wir haben seit Montag das Problem …',
  details: index === 0 ? [{ label: 'Gerät', value: 'Kleine Nebenstellenanlage' }] : [],
  opening,
  solutions: index === 0 ? [post(2, { solution: true })] : [],
  posts: {
    page: 1,
    pageCount: 3,
    total: 60,
    items: [
      post(2, { solution: index === 0 }),
      post(3),
      post(4, {
        html: null,
        stub: {
          reason: 'Von der Moderation ausgeblendet',
          note: 'Enthielt eine Telefonnummer.',
          byAuthor: false,
          at: '2026-11-20T12:00:00.000Z',
        },
      }),
      post(5, { kind: 'COMMENT', html: '<p>Danke, das war es!</p>' }),
    ],
  },
  viewer: {
    mayReply: true,
    mayAccept: true,
    mayModerate: true,
    voice: null,
    voiceName: null,
    isAuthor: false,
    following: false,
    muted: false,
    unreadCount: 2,
    firstUnreadPosition: 4,
    draft: null,
  },
});
export const threads = titles.map((_, index) => thread(index));

/** Boards, threads and their posts, and what a search finds among them. */
export const demoForum: MockValues = {
  'Query.boards': boardNames.map((_, index) => ({ ...board(index), newestThread: thread(index) })),
  'Query.board': ({ id }: { id: string }) =>
    id === 'missing' ? null : { ...board(0), children: [board(1), board(2)] },
  'Board.threads': { page: 1, pageCount: 12, total: 230, items: threads },
  'Board.pinned': threads.slice(2, 4),
  'Board.visibility': 'PUBLIC',
  'Board.following': 'NONE',
  'Board.viewerAccessRequest': null,
  'Query.tag': ({ id }: { id: string }) => ({ id, following: 'FOLLOWING' }),
  'Query.threads': { items: threads, endCursor: 'next', hasNextPage: true },
  'Query.thread': ({ id }: { id: string }) => (id === 'missing' ? null : thread(Number(id.slice(1)))),
  'Thread.related': threads.slice(1, 5),
  'Query.sharedProblem': thread(1),
  'Query.wayOut': ({ token }: { token: string }) =>
    token === 'broken'
      ? null
      : {
          id: token,
          mails: 'ABOUT_THREAD',
          thread: thread(1),
          ended: token === 'ended',
          resumable: token === 'ended',
        },
  'Query.postHistory': [
    {
      number: 2,
      at: '2026-11-20T11:15:00.000Z',
      atRounded: true,
      editor: persona,
      title: [],
      tags: [],
      body: [
        { kind: 'SAME', text: 'Bei uns lag es ' },
        { kind: 'REMOVED', text: 'am Kabel' },
        { kind: 'ADDED', text: 'daran, dass die Umleitung im Router gesetzt war' },
        { kind: 'SAME', text: '.' },
      ],
    },
    {
      number: 1,
      at: '2026-11-20T10:02:00.000Z',
      atRounded: false,
      editor: staff,
      title: [
        { kind: 'SAME', text: 'Rufumleitung ' },
        { kind: 'REMOVED', text: 'kaputt!!!' },
        { kind: 'ADDED', text: 'greift nach dem Neustart nicht mehr' },
      ],
      tags: [{ kind: 'ADDED', text: 'rufumleitung' }],
      body: [],
    },
  ],
  'Query.newThreadDraft': null,
  'Query.search': {
    articles: demoArticleHits,
    helpPages: [
      {
        ...{ address: 'https://hilfe.firma.example/rufumleitung', host: 'hilfe.firma.example', lang: 'de' },
        ...{ title: 'Rufumleitung einrichten', description: 'Alle Wege, am Telefon und im Kundenbereich.' },
      },
    ],
    namedBoards: [board(0)],
    namedMembers: [
      {
        ...{ id: 'MiriamH', nickname: 'MiriamH', path: '/u/MiriamH', pictureSeed: 'MiriamH', picture: null },
        ...{ kind: 'STAFF', realName: 'Miriam Hofer', role: 'Technischer Support', about: null },
      },
    ],
    total: 2,
    page: 1,
    pageCount: 1,
    recommended: null,
    loosened: true,
    correctedQuery: 'rufumleitung',
    boards: [
      { board: board(0), count: 5 },
      { board: board(1), count: 2 },
    ],
    hits: threads.slice(0, 3).map((hit, index) => ({
      thread: hit,
      post: null,
      titleHtml: `<mark>Rufumleitung</mark> ${index + 1} auf Mobilnummer greift nach dem Neustart nicht mehr`,
      excerptHtml:
        'Die <mark>Rufumleitung</mark> im Kundenbereich setzen, nicht im Router: dort überlebt sie den Neustart.',
    })),
  },
};
