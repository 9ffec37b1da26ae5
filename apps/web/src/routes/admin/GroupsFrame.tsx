import type { ReactNode } from 'react';
import { Breadcrumb, Narrow, Notice, useMessages, usePageRuntime } from '@kundig/web-kit';
import { AdminFrame, SAVED } from './AdminFrame.js';

interface GroupsFrameProps {
  title: string;
  /** Whether the viewer administers the community; others see their groups and nothing of the rest. */
  administers: boolean;
  children: ReactNode;
}

/** Title and content of a page about groups, for administrators and for members who look after a group. */
export function GroupsFrame({ title, administers, children }: GroupsFrameProps) {
  const t = useMessages('pages');
  const { path } = usePageRuntime();
  if (administers) return <AdminFrame title={title}>{children}</AdminFrame>;
  return (
    <Narrow>
      <Breadcrumb trail={[{ href: '/admin/groups', text: t('admin.ownGroups') }]} />
      <h1>{title}</h1>
      {new URLSearchParams(path.split('?')[1]).has(SAVED) && <Notice>{t('admin.saved')}</Notice>}
      {children}
    </Narrow>
  );
}
