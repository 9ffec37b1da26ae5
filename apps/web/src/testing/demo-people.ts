import { post, thread, threads } from './demo-forum.js';
import type { MockValues } from './mock-execute.js';

/** The member who looks at the pages, the others, and who is thanked. */
export const demoPeople: MockValues = {
  'Viewer.member': {
    id: 'm1',
    nickname: 'Kranich42',
    path: '/u/Kranich42',
    kind: 'MEMBER',
    realName: null,
    picture: null,
    pictureSeed: 'Kranich42',
  },
  'Viewer.staffLacks': ['PHOTO'],
  'Viewer.speaksAsStaff': true,
  'Viewer.staffProfile': null,
  'Viewer.mailHint': 'k…@firma.de',
  'Viewer.secondFactorOwed': false,
  'Query.secondFactor': { on: true, owed: false, fresh: false, codesLeft: 9, setup: null },
  'Viewer.unreadNotices': 4,
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
  'Query.myPersonas': {
    items: [{ author: post(1).author, begunAt: '2026-11-20T09:15:00.000Z', threads: threads.slice(1, 2) }],
    endCursor: null,
    hasNextPage: false,
  },
  'Query.myPersona': ({ id }: { id: string }) =>
    id === 'missing'
      ? null
      : { author: post(1).author, begunAt: '2026-11-20T09:15:00.000Z', threads: threads.slice(1, 2) },
  'Query.whoSeesWhat': ({ audience }: { audience: string }) => ({
    thread: thread(1),
    audiences: [
      { audience: 'VISITOR', base: null, readsThread: false, insights: [] },
      { audience: 'MEMBER', base: 'VISITOR', readsThread: true, insights: ['THREAD', 'MAILS'] },
      { audience: 'MODERATOR', base: 'MEMBER', readsThread: true, insights: ['REPORTS', 'SUSPENSIONS'] },
      { audience: 'CUSTODIAN', base: 'MEMBER', readsThread: true, insights: [] },
    ],
    view: {
      audience,
      profile: {
        nickname: 'Kranich42',
        kind: 'MEMBER',
        joinedMonth: '2026-03',
        threads: threads.slice(2, 4),
      },
      thread:
        audience === 'VISITOR' ? null : { ...thread(1), details: [], posts: [post(1, { kudosCount: 4 })] },
      letter:
        audience === 'VISITOR'
          ? null
          : { subject: 'Neue Antwort: Rufumleitung', text: 'Anonym · Eisvogel hat geantwortet:' },
    },
  }),
  'Query.myOpenQuestions': threads.slice(1, 3),
  'Query.ownPerson': {
    picture: null,
    about: 'Elektrobetrieb mit acht Leuten',
    mark: 'Partner',
    markConfirmed: false,
  },
  'Query.markRequests': [{ nickname: 'Kranich42', path: '/u/Kranich42', mark: 'Elektro Kranich GmbH' }],
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
      name: nickname,
      path: `/u/${nickname}`,
    })),
    staff: [{ id: 'MiriamH', name: 'Miriam Hofer', path: '/u/MiriamH' }],
  },
};
