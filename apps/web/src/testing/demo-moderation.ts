import { demoComment } from './demo-blog.js';
import { board, kranich, opening, post, staff, thread } from './demo-forum.js';
import type { MockValues } from './mock-execute.js';

/** As the author of something hidden sees it, and as a second moderator does. */
const ownObjection = { state: 'POSSIBLE', reason: 'Enthielt eine Telefonnummer.', answer: null };
const objection = {
  words: 'Die Nummer steht auf der Website des Herstellers, und ohne sie hilft die Antwort niemandem.',
  html: '<p>Rufen Sie die 0800 330 1000 an, dort stellt man es um.</p>',
  resolvedAt: null,
  decision: null,
  comment: null,
};

/** What moderators have to decide, and what an author sees of it. */
export const demoModeration: MockValues = {
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
  'RevealRequest.caseNumber': 'AZ 12/26',
  'RevealRequest.requester': staff,
  'RevealRequest.decider': staff,
  'Query.heldPosts': [
    {
      id: 'h1',
      title: null,
      body: 'Viel günstiger gibt es das hier: https://bit.ly/3xYz und https://anlagen-outlet.example/angebot',
      heldAt: '2026-11-20T09:15:00.000Z',
      daysLeft: 28,
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
      daysLeft: 28,
      kind: 'THREAD',
      suspicions: [],
      changes: [],
      boardName: 'Internet',
      subject: null,
    },
  ],
  'Viewer.suspension': null,
  'Post.viewerMaySuspend': true,
  'Member.viewerMaySuspend': true,
  'Member.suspension': { reason: 'Werbung trotz zweier Hinweise', endsAt: '2026-11-29T14:00:00.000Z' },
  'Post.authorSuspension': { reason: 'Werbung trotz zweier Hinweise', endsAt: '2026-11-29T14:00:00.000Z' },
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
};
