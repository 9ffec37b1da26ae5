import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Link, useMessages } from '@kundig/web-kit';
import styles from './UrgentContact.module.css';

const UrgentContact_contact = graphql(`
  fragment UrgentContact_contact on Contact {
    phone
    mailTo
    link
    hours {
      first
      last
      from
      to
    }
  }
`);

const days = {
  MONDAY: 'day.monday',
  TUESDAY: 'day.tuesday',
  WEDNESDAY: 'day.wednesday',
  THURSDAY: 'day.thursday',
  FRIDAY: 'day.friday',
  SATURDAY: 'day.saturday',
  SUNDAY: 'day.sunday',
} as const;

/** The ways to the operator for what cannot wait, and when somebody is there; nothing where none is set. */
export function UrgentContact(props: {
  contact: FragmentType<typeof UrgentContact_contact> | null | undefined;
}) {
  const t = useMessages('site');
  if (!props.contact) return null;
  const { phone, mailTo, link, hours } = readFragment(UrgentContact_contact, props.contact);
  return (
    <details className={styles.urgent}>
      <summary>{t('urgent.title')}</summary>
      <ul>
        {phone && (
          <li>
            {t('urgent.phone')} <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
          </li>
        )}
        {mailTo && (
          <li>
            {t('urgent.mail')} <a href={`mailto:${mailTo}`}>{mailTo}</a>
          </li>
        )}
        {link && (
          <li>
            {link.startsWith('/') ? (
              <Link to={link}>{t('urgent.link')}</Link>
            ) : (
              <a href={link}>{t('urgent.link')}</a>
            )}
          </li>
        )}
      </ul>
      {hours.length > 0 && (
        <p className={styles.hours}>
          {hours
            .map(({ first, last, from, to }) => {
              const span = first === last ? t(days[first]) : `${t(days[first])}–${t(days[last])}`;
              return t('urgent.span', { span, from, to });
            })
            .join(', ')}
        </p>
      )}
    </details>
  );
}
