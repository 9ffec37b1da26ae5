import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Callout, Link, LinkButton, TitleText, useMessages } from '@kundig/web-kit';
import styles from './notices.module.css';

const IncidentHint_hint = graphql(`
  fragment IncidentHint_hint on IncidentHint {
    count
    thread {
      id
      title
      path
      lang
    }
  }
`);

/** Tells administrators that many share a problem: a notice of it answers them all. */
export function IncidentHint(props: { hint: FragmentType<typeof IncidentHint_hint> }) {
  const t = useMessages('site');
  const { count, thread } = readFragment(IncidentHint_hint, props.hint);
  return (
    <Callout
      tone="waiting"
      role="complementary"
      className={styles.notice}
      aria-label={t('incidentHint.title')}
    >
      <p>
        {t('incidentHint.text', { count })}{' '}
        <Link to={thread.path} lang={thread.lang}>
          <TitleText text={thread.title} />
        </Link>
      </p>
      <LinkButton to={`/admin/incident?thread=${thread.id}`} size="small">
        {t('incidentHint.announce')}
      </LinkButton>
    </Callout>
  );
}
