import { demoArticleHits, demoBlog, demoComment } from './demo-blog.js';
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
});
const kranich = author('Kranich42');
const persona = author('Anonym · Eisvogel', 'PERSONA');
const staff = author('Miriam S.', 'STAFF', 'Technik');

const boardNames = [
  'Telefonie',
  'Internet & Netz',
  'Microsoft 365',
  'Rechnung & Vertrag',
  'Sicherheit',
  'Plauderecke',
];
const board = (index: number): Record<string, unknown> => ({
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
const post = (index: number, more: Record<string, unknown> = {}) => ({
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
const opening = post(1, {
  kind: 'OPENING',
  author: persona,
  isAsker: true,
  createdAtRounded: true,
  html: `<p>Guten Tag, wir haben seit Montag das Problem, dass die Rufumleitung auf das Diensthandy nach jedem Neustart des Routers weg ist. Wir haben sie dreimal neu gesetzt, den Router auf den neuesten Stand gebracht und den Support angerufen, der aber auch keinen Rat wusste.</p><p>Die Anlage ist eine kleine Nebenstellenanlage mit sechs Telefonen. Hat jemand eine Idee, woran das liegen könnte? Wir verlieren dadurch jeden Morgen Anrufe, und das ist gerade zum Monatsende wirklich unangenehm.</p>`,
});

/** As the author of something hidden sees it, and as a second moderator does. */
const ownObjection = { state: 'POSSIBLE', reason: 'Enthielt eine Telefonnummer.', answer: null };
const objection = {
  words: 'Die Nummer steht auf der Website des Herstellers, und ohne sie hilft die Antwort niemandem.',
  html: '<p>Rufen Sie die 0800 330 1000 an, dort stellt man es um.</p>',
  resolvedAt: null,
  decision: null,
  comment: null,
};

const thread = (index: number): Record<string, unknown> => ({
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
const threads = titles.map((_, index) => thread(index));

const text =
  '<p>Diese Seite beschreibt, was für diese Community gilt. Der Betreiber kann den Text jederzeit ändern; frühere Fassungen bleiben nachlesbar.</p><h2>Grundsätze</h2><ul><li>Wir reden miteinander, wie wir es im Geschäft tun.</li><li>Wir schreiben keine Kundennummern und keine Namen Dritter.</li></ul>';

const memberFile = (nickname: string) => ({
  member: { id: nickname, nickname, path: `/u/${nickname}`, joinedMonth: '2026-03' },
  roles: [{ role: 'MODERATOR', board: 'b1', boardName: 'Telefonie' }],
  groups: ['Partner'],
  lacks: ['NAME', 'PHOTO'],
  mail: null,
  suspension: null,
});

/** A small community in German, so that pages can be looked at and tested with what they will really hold. */
export const demoValues: MockValues = {
  ...demoBlog,
  'Query.boards': boardNames.map((_, index) => ({ ...board(index), newestThread: thread(index) })),
  'Query.board': ({ id }: { id: string }) =>
    id === 'missing' ? null : { ...board(0), children: [board(1), board(2)] },
  'Board.threads': { page: 1, pageCount: 12, total: 230, items: threads },
  'Board.pinned': threads.slice(2, 4),
  'Query.threads': { items: threads, endCursor: 'next', hasNextPage: true },
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
  'Board.visibility': 'PUBLIC',
  'Query.sharedProblem': thread(1),
  'Query.thread': ({ id }: { id: string }) => (id === 'missing' ? null : thread(Number(id.slice(1)))),
  'Query.post': ({ id }: { id: string }) =>
    id === 'missing' ? null : { ...opening, id, thread: thread(0), ownObjection },
  'Post.ownObjection': null,
  'Query.articleComment': ({ id }: { id: string }) =>
    id === 'missing' ? null : { ...demoComment, comment: { ...demoComment.comment, ownObjection } },
  'ArticleComment.ownObjection': null,
  'Query.objections': [
    { ...objection, id: 'o1', deciders: 'ADMINISTRATORS', barrier: 'HIDDEN_BY_VIEWER' },
    { ...objection, id: 'o2', deciders: 'MODERATORS', barrier: null },
  ],
  'Thread.related': threads.slice(1, 5),
  'SiteInfo.medianAnswerMinutes': 118,
  'Offer.link': 'https://www.mein-betrieb.example/glasfaser',
  'Offer.picture': null,
  'LogoSettings.light': '/files/23456789abcdefghjkmnpqrs-600x120',
  'LogoSettings.dark': null,
  'Viewer.member': {
    id: 'm1',
    nickname: 'Kranich42',
    path: '/u/Kranich42',
    kind: 'MEMBER',
    realName: null,
    picture: null,
    pictureSeed: 'Kranich42',
  },
  'Viewer.staffLacks': ['NAME', 'PHOTO'],
  'Viewer.speaksAsStaff': true,
  'Viewer.staffProfile': null,
  'Query.ownPerson': {
    picture: null,
    about: 'Elektrobetrieb mit acht Leuten',
    mark: 'Partner',
    markConfirmed: false,
  },
  'Query.markRequests': [{ nickname: 'Kranich42', path: '/u/Kranich42', mark: 'Elektro Kranich GmbH' }],
  'Viewer.mailHint': 'k…@firma.de',
  'Query.heldPosts': [
    {
      id: 'h1',
      title: null,
      body: 'Viel günstiger gibt es das hier: https://bit.ly/3xYz und https://anlagen-outlet.example/angebot',
      heldAt: '2026-11-20T09:15:00.000Z',
      kind: 'REPLY',
      suspicions: ['verkürzter Link'],
      changes: [],
      author: kranich,
      boardName: 'Internet',
      subject: { title: 'Router startet jede Nacht neu', path: '/t/router/t1', lang: 'de' },
    },
  ],
  'Query.myHeldPosts': [
    {
      id: 'h2',
      title: 'Alle Anlagen im Vergleich',
      body: 'Siehe https://anlagen.example/1 bis https://anlagen.example/4',
      heldAt: '2026-11-20T09:15:00.000Z',
      kind: 'THREAD',
      suspicions: [],
      changes: [],
      boardName: 'Internet',
      subject: null,
    },
  ],
  'Viewer.suspension': null,
  'Post.viewerMaySuspend': true,
  'Post.authorSuspension': { reason: 'Werbung trotz zweier Hinweise', endsAt: '2026-11-29T14:00:00.000Z' },
  'Viewer.unreadNotices': 4,
  'Board.following': 'NONE',
  'Query.tag': ({ id }: { id: string }) => ({ id, following: 'FOLLOWING' }),
  'Query.notices': (['REPLY', 'MENTION', 'THREAD', 'SOLUTION', 'KUDOS', 'HIDDEN'] as const).map(
    (occasion, index) => ({
      id: `n${index}`,
      occasion,
      count: [3, 1][index] ?? 1,
      unread: index < 3,
      at: '2026-11-20T09:15:00.000Z',
      path: `/t/thema/t${index}#p-p2`,
      thread: thread(index),
    }),
  ),
  'Notice.groupBoard': null,
  'Query.myPosts': {
    items: [1, 3].map((index) => ({
      post: post(index),
      thread: thread(index),
      excerpt: 'Bei uns lag es daran …',
    })),
    endCursor: null,
    hasNextPage: false,
  },
  'Query.myOpenQuestions': threads.slice(1, 3),
  'Query.member': ({ nickname }: { nickname: string }) =>
    nickname === 'missing'
      ? null
      : {
          id: 'm1',
          nickname,
          path: `/u/${nickname}`,
          kind: 'MEMBER',
          pictureSeed: nickname,
          joinedMonth: '2026-03',
          postCount: 214,
          solutionCount: 31,
          kudosCount: 408,
        },
  'Member.posts': {
    items: [2, 3, 5].map((index) => ({
      post: post(index),
      thread: thread(index),
      excerpt: 'Bei uns lag es daran, dass die Umleitung im Router und nicht in der Anlage gesetzt war.',
    })),
    endCursor: 'next',
    hasNextPage: true,
  },
  'Query.legalText': ({ slug }: { slug: string }) => ({
    slug,
    title: {
      imprint: 'Impressum',
      privacy: 'Datenschutz',
      netiquette: 'Netiquette',
      accessibility: 'Barrierefreiheit',
    }[slug],
    html: text,
    version: '2026-11-01',
  }),
  'Query.search': {
    articles: demoArticleHits,
    total: 2,
    page: 1,
    pageCount: 1,
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
  'Query.ranking': {
    enoughParticipants: true,
    members: ['Kranich42', 'JonasR', 'Buchfink', 'Werkstatt_Nord', 'LenaK'].map((nickname, index) => ({
      member: {
        ...{ id: nickname, nickname, path: `/u/${nickname}`, pictureSeed: nickname },
        ...{ kind: 'MEMBER', realName: null, picture: null },
      },
      solutions: 12 - 2 * index,
      kudos: 40 - 5 * index,
    })),
    staff: [
      {
        member: {
          ...{ id: 'MiriamH', nickname: 'MiriamH', path: '/u/MiriamH', pictureSeed: 'MiriamH' },
          ...{ kind: 'STAFF', realName: 'Miriam Hofer', picture: null },
        },
        solutions: 9,
        kudos: 31,
      },
    ],
  },
  'Query.thanksThisWeek': {
    kudos: 17,
    solutions: 6,
    members: ['Buchfink', 'JonasR', 'Kranich42'].map((nickname) => ({
      id: nickname,
      nickname,
      path: `/u/${nickname}`,
    })),
  },
  'Query.accessRequests': [
    {
      id: 'a0',
      group: 'Partner',
      note: 'Wir sind Partner seit 2019.',
      createdAt: '2026-11-20T09:15:00.000Z',
      member: { id: 'JonasR', nickname: 'JonasR', path: '/u/JonasR' },
    },
  ],
  'Query.groupMembers': ['Kranich42', 'JonasR'].map((nickname, index) => ({
    lead: index === 0,
    member: { id: nickname, nickname, path: `/u/${nickname}` },
  })),
  'Query.roleDesk': [memberFile('MiriamH')],
  'Query.memberDesk': { endCursor: 'JonasR', items: ['JonasR', 'Kranich42'].map(memberFile) },
  'Query.memberFile': ({ nickname }: { nickname: string }) => memberFile(nickname),
  'Board.viewerAccessRequest': null,
  'Query.boardDesk': ['Störungen', 'Telefonie', 'Rufumleitung'].map((nameDe, index) => ({
    id: `b${index}`,
    parentId: index === 2 ? 'b1' : null,
    nameDe,
    nameEn: ['Outages', 'Telephony', 'Call forwarding'][index],
    descriptionDe: 'Anschlüsse, Rufumleitung und alles, was klingelt.',
    descriptionEn: 'Lines, call forwarding and everything that rings.',
    audience: (['PUBLIC', 'MEMBERS', 'GROUP_ANNOUNCED'] as const)[index],
    groupId: index === 2 ? 'g0' : null,
    posting: 'MEMBERS',
    closed: index === 0,
    threadCount: 12 * index,
    questionFields: [{ id: 'f0', labelDe: 'Gerät', labelEn: 'Device', choices: [] }],
  })),
  'Query.groupDesk': [
    { id: 'g0', name: 'Partner', nameDe: 'Partner', nameEn: 'Partners', memberCount: 12 },
    { id: 'g1', name: 'Betatest', nameDe: 'Betatest', nameEn: 'Beta test', memberCount: 1 },
  ],
  'Query.newThreadDraft': null,
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
  'Query.reportCases': [1, 2, 3].map((index) => ({
    id: `r${index}`,
    at: '2026-11-21T08:00:00.000Z',
    decision: null,
    isMine: index === 1,
    handler: index === 3 ? null : staff,
    reports: [1, 2].map((report) => ({
      id: `r${index}${report}`,
      ground: 'INTERNAL',
      reason: 'Verrät Internes oder Persönliches',
      note: report === 1 ? 'Da steht eine Handynummer.' : null,
      createdAt: '2026-11-21T08:00:00.000Z',
      resolvedAt: index === 2 && report === 1 ? '2026-11-21T09:00:00.000Z' : null,
      decision: index === 2 && report === 1 ? 'KEEP' : null,
    })),
    post: index === 3 ? null : { ...post(index + 1), thread: { ...thread(0), board: board(0) } },
    context: index === 3 ? [] : [post(1, { kind: 'OPENING' }), post(index + 2)],
    comment: index === 3 ? demoComment : null,
    measures: [],
  })),
  'Query.reportedBoards': [board(0), board(1)],
  'AuditEntry.actor': staff,
  'AuditEntry.action': 'Beitrag ausgeblendet',
  'AuditEntry.subject': 'Beitrag p4',
  'AuditEntry.reason': 'Enthielt eine Telefonnummer.',
  'Contact.phone': '+49 221 123456',
  'Contact.mailTo': 'hilfe@firma.example',
  'Contact.link': null,
  'Contact.hours': [{ first: 'MONDAY', last: 'FRIDAY', from: '08:00', to: '18:00' }],
  'Query.operatorTexts': ['netiquette', 'privacy', 'imprint', 'accessibility', 'terms'].map((slug) => ({
    slug,
  })),
  'Invitation.mail': 'ada@firma.example',
  'Invitation.hasAccount': false,
  'OpenInvitation.mail': 'grace@firma.example',
  'OpenInvitation.role': 'MODERATOR',
  'OpenInvitation.groups': ['Partnerkreis'],
  'MailSetup.from': 'Werkbank Forum <forum@firma.example>',
  'MailServer.host': 'mail.firma.example',
  'MailServer.port': 587,
  'TaskState.task': 'identity.send-mail',
  'FailedJobs.task': 'identity.send-mail',
  'FailedJobs.cause': 'MAIL_SERVER',
  'TimetableEntry.task': 'notifications.send-digests',
  'TimetableEntry.pattern': '2 * * * *',
  'LongWork.state': 'RUNNING',
  'OutboxMail.subject': 'Neue Antwort auf Ihre Frage',
  'OutboxMail.to': 'k…@firma.de',
  'OutboxMail.text': 'Guten Tag,\n\nauf Ihre Frage gibt es eine neue Antwort.\n',
};
