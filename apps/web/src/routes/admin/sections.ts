import type { MessageKey } from '@kundig/web-kit';
import { desks, type Desk } from '../desk/desks.js';

/** A page of *Verwaltung*, as the navigation beside it lists it. */
export type AdminSection = Pick<Desk, 'path' | 'name' | 'feature' | 'waiting'> & Partial<Pick<Desk, 'may'>>;

/** Pages that belong together, under one word. */
export interface AdminGroup {
  name: MessageKey<'pages'>;
  sections: readonly AdminSection[];
}

/** Everything an administrator can reach, in the order in which it is listed. */
export const adminGroups: readonly AdminGroup[] = [
  {
    name: 'admin.community',
    sections: [
      { path: '/admin/setup', name: 'admin.setup' },
      { path: '/admin/site', name: 'admin.site' },
      { path: '/admin/logo', name: 'admin.logo' },
      { path: '/admin/texts', name: 'admin.texts' },
      { path: '/admin/contact', name: 'admin.contact' },
      { path: '/admin/incident', name: 'admin.incident' },
      { path: '/admin/offer', name: 'admin.offer' },
      { path: '/admin/features', name: 'admin.features' },
      { path: '/admin/leak-guard', name: 'admin.leakGuard' },
      { path: '/admin/help-pages', name: 'admin.helpPages' },
    ],
  },
  {
    name: 'admin.people',
    sections: [
      { path: '/admin/boards', name: 'admin.boards' },
      { path: '/admin/groups', name: 'admin.groups' },
      { path: '/admin/roles', name: 'admin.roles' },
      { path: '/admin/members', name: 'admin.members' },
      { path: '/admin/invitations', name: 'admin.invitations' },
      { path: '/admin/reveals', name: 'admin.reveals' },
    ],
  },
  {
    name: 'admin.content',
    sections: desks,
  },
  {
    name: 'admin.operation',
    sections: [
      { path: '/admin/mail', name: 'admin.mail' },
      { path: '/desk/outbox', name: 'desk.outbox' },
      { path: '/admin/jobs', name: 'admin.jobs' },
      { path: '/desk/audit', name: 'desk.audit' },
    ],
  },
];
