import { SuspensionNote, type SuspensionNoteData } from '@kundig/moderation/web';
import { Link, useMessages } from '@kundig/web-kit';

/** Stands where somebody would write who is suspended: why, how long, and whom to ask. */
export function SuspendedFromWriting({ suspension }: { suspension: SuspensionNoteData }) {
  const t = useMessages('pages');
  return (
    <>
      <SuspensionNote suspension={suspension} />
      <p>
        {t('suspended.who')} {t('suspended.ask')} <Link to="/imprint">{t('suspended.contact')}</Link>
      </p>
    </>
  );
}
