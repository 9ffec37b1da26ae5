import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { IconAlertTriangle, Link, TimeText, useMessages } from '@kundig/web-kit';
import styles from './IncidentBanner.module.css';

const IncidentBanner_site = graphql(`
  fragment IncidentBanner_site on SiteInfo {
    incident {
      text
      link
      since
      until
      updatedAt
    }
  }
`);

/** What does not work right now, before anybody asks for it; nothing where all is well. */
export function IncidentBanner(props: { site: FragmentType<typeof IncidentBanner_site> }) {
  const t = useMessages('site');
  const { incident } = readFragment(IncidentBanner_site, props.site);
  if (!incident) return null;
  const { text, link, since, until, updatedAt } = incident;
  return (
    <section className={styles.banner} aria-label={t('incident.title')}>
      <IconAlertTriangle size={24} aria-hidden />
      <div>
        <p className={styles.text}>
          <strong>{t('incident.title')}:</strong> {text}{' '}
          {link &&
            (link.startsWith('/') ? (
              <Link to={link}>{t('incident.more')}</Link>
            ) : (
              <a href={link}>{t('incident.more')}</a>
            ))}
        </p>
        <p className={styles.times}>
          <span>
            {t('incident.since')} <TimeText at={since} absolute />
          </span>
          {until && (
            <span>
              {t('incident.until')} <TimeText at={until} absolute />
            </span>
          )}
          <span>
            {t('incident.updated')} <TimeText at={updatedAt} absolute />
          </span>
        </p>
      </div>
    </section>
  );
}
