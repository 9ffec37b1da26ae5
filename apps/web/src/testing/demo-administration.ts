import type { MockValues } from './mock-execute.js';

const memberFile = (nickname: string) => ({
  member: { id: nickname, nickname, path: `/u/${nickname}`, joinedMonth: '2026-03' },
  roles: [{ role: 'MODERATOR', board: 'b1', boardName: 'Telefonie' }],
  groups: ['Partner'],
  lacks: ['NAME', 'PHOTO'],
  mail: null,
  suspension: null,
});

/** What is found under *Verwaltung*. */
export const demoAdministration: MockValues = {
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
  'Invitation.mail': 'ada@firma.example',
  'Invitation.hasAccount': false,
  'OpenInvitation.mail': 'grace@firma.example',
  'OpenInvitation.role': 'MODERATOR',
  'OpenInvitation.groups': ['Partnerkreis'],
  'MailSetup.from': 'Werkbank Forum <forum@firma.example>',
  'MailServer.host': 'mail.firma.example',
  'MailServer.port': 587,
  'TaskState.task': 'identity.send-mail',
  'TaskState.name': 'Mails verschicken',
  'FailedJobs.task': 'identity.send-mail',
  'FailedJobs.name': 'Mails verschicken',
  'FailedJobs.cause': 'MAIL_SERVER',
  'TimetableEntry.task': 'notifications.send-digests',
  'TimetableEntry.name': 'Tägliche Zusammenfassungen verschicken',
  'TimetableEntry.pattern': '2 * * * *',
  'LongWork.state': 'RUNNING',
  'OutboxMail.subject': 'Neue Antwort auf Ihre Frage',
  'OutboxMail.to': 'k…@firma.de',
  'OutboxMail.text': 'Guten Tag,\n\nauf Ihre Frage gibt es eine neue Antwort.\n',
};
