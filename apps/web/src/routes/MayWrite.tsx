import type { ReactNode } from 'react';
import { Callout, Link, useMessages, usePageRuntime } from '@kundig/web-kit';
import { useWriter } from '../page/use-writer.js';
import { withNext } from './account/next-path.js';
import { SuspendedFromWriting } from './SuspendedFromWriting.js';

interface MayWriteProps {
  /** Whether a persona writes, which goes on whatever its account has told of itself. */
  asPersona?: boolean;
  /** The field to write in. */
  children: ReactNode;
}

/** A field to write in, or what keeps the person signed in from writing at present, and what to do about it. */
export function MayWrite({ asPersona = false, children }: MayWriteProps) {
  const { refusedForm } = usePageRuntime();
  const { suspension, isNameless, owesFactor } = useWriter();
  if (suspension) return <SuspendedFromWriting suspension={suspension} />;
  if (!owesFactor && (!isNameless || asPersona)) return children;
  return (
    <>
      {owesFactor ? <FactorNeeded /> : <NameNeeded />}
      {refusedForm && children /* with the text that was refused */}
    </>
  );
}

/** Asks staff for the second factor without which they only read; why, the frame tells on every page. */
function FactorNeeded() {
  const t = useMessages('pages');
  return (
    <Callout tone="waiting">
      <p>
        {t('write.factorNeeded')} <Link to="/settings/account/second-factor">{t('factor.toSetup')}</Link>
      </p>
    </Callout>
  );
}

/** Asks staff for the name under which they speak, and lets them come back. */
function NameNeeded() {
  const t = useMessages('pages');
  const { path } = usePageRuntime();
  return (
    <Callout tone="waiting">
      <p>
        {t('write.nameNeeded')} <Link to={withNext('/settings/person', path)}>{t('write.enterName')}</Link>
      </p>
    </Callout>
  );
}
