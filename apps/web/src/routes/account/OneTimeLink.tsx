import type { ReactNode } from 'react';
import { LinkButton, Narrow, useMessages, type PageOutcome } from '@kundig/web-kit';

/** @returns how a page answers that a link in a mail leads to; gone for good where the link does not work */
export const oneTimeOutcome = (title: string, works: boolean): PageOutcome => ({
  status: works ? undefined : 410,
  title,
  noindex: true,
  secret: true,
});

interface OneTimeLinkProps {
  title: string;
  /** Why there is nothing to be done; the same for every link that does not work. */
  over: string;
  /** What the link is for; nothing where it does not work. */
  children?: ReactNode;
}

/** Where a link leads that makes somebody a member or more: it works once, and afterwards leads on to signing in. */
export function OneTimeLink({ title, over, children }: OneTimeLinkProps) {
  const t = useMessages('pages');
  return (
    <Narrow>
      <h1>{children ? title : t('oneTime.over')}</h1>
      {children || (
        <>
          <p>{over}</p>
          <div>
            <LinkButton to="/sign-in" look="filled">
              {t('frame.signIn')}
            </LinkButton>
          </div>
        </>
      )}
    </Narrow>
  );
}
