import type { ReactNode } from 'react';
import { Breadcrumb, Narrow } from '@kundig/web-kit';

interface PostActionPageProps {
  title: string;
  text?: string;
  thread: { title: string; path: string };
  children: ReactNode;
}

/** The frame of the pages on which something is done with one post. */
export function PostActionPage({ title, text, thread, children }: PostActionPageProps) {
  return (
    <Narrow>
      <Breadcrumb trail={[{ href: thread.path, text: thread.title }]} />
      <h1>{title}</h1>
      {text && <p>{text}</p>}
      {children}
    </Narrow>
  );
}
