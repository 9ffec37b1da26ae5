import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Callout, TimeText, useMessages } from '@kundig/web-kit';

const SuspensionNote_suspension = graphql(`
  fragment SuspensionNote_suspension on Suspension {
    reason
    endsAt
  }
`);

/** A suspension as the parts of this domain take it. */
export type SuspensionNoteData = FragmentType<typeof SuspensionNote_suspension>;

/** A suspension that is in force: how long, and why. */
export function SuspensionNote(props: { suspension: SuspensionNoteData }) {
  const t = useMessages('moderation');
  const { reason, endsAt } = readFragment(SuspensionNote_suspension, props.suspension);
  return (
    <Callout tone="danger">
      <p>
        <strong>
          {endsAt ? (
            <>
              {t('suspend.suspendedUntil')} <TimeText at={endsAt} absolute />
            </>
          ) : (
            t('suspend.suspendedOpen')
          )}
        </strong>
      </p>
      <p>{t('suspend.because', { reason })}</p>
    </Callout>
  );
}
