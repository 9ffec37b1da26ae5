import type { ReactNode } from 'react';
import { LinkButton, useMessages } from '@kundig/web-kit';
import { withNext } from '../account/next-path.js';

/** Of whom it asks a code, and where. */
export interface FreshFactorProps {
  /** What the viewer signs in with besides the password; null where that is nothing. */
  factor?: { on: boolean; fresh: boolean } | null;
  /** Path of this page, to come back to. */
  here: string;
  /** For what it takes a code, where that is not plain from the page. */
  text?: string;
  children: ReactNode;
}

/** What nobody at a browser left open must do: where there is a second factor, the way to giving it stands here first. */
export function FreshFactor({ factor, here, text, children }: FreshFactorProps) {
  const t = useMessages('pages');
  if (!factor?.on || factor.fresh) return children;
  return (
    <>
      <p>{text ?? t('proveFactor.text')}</p>
      <div>
        <LinkButton to={withNext('/settings/account/second-factor/prove', here)}>
          {t('proveFactor.go')}
        </LinkButton>
      </div>
    </>
  );
}
