import type { ReactNode } from 'react';
import { Callout, Link, useMessages, usePageRuntime } from '@kundig/web-kit';
import { useWriter } from '../page/use-writer.js';
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
  const { suspension, isNameless } = useWriter();
  if (suspension) return <SuspendedFromWriting suspension={suspension} />;
  if (!isNameless || asPersona) return children;
  return (
    <>
      <NameNeeded />
      {refusedForm && children /* with the text that was refused */}
    </>
  );
}

/** Asks staff for the name under which they speak. */
function NameNeeded() {
  const t = useMessages('pages');
  return (
    <Callout tone="waiting">
      <p>
        {t('write.nameNeeded')} <Link to="/settings/person">{t('write.enterName')}</Link>
      </p>
    </Callout>
  );
}
