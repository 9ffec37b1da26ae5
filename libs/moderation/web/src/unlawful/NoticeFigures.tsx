import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { useMessages, usePageRuntime } from '@kundig/web-kit';
import styles from './NoticeItem.module.css';

const NoticeFigures_year = graphql(`
  fragment NoticeFigures_year on NoticeFigures {
    year
    received
    decided
    removed
    medianHours
  }
`);

/** What the yearly report on transparency needs: how many notices came, how they ended, and how long that took. */
export function NoticeFigures(props: { years: readonly FragmentType<typeof NoticeFigures_year>[] }) {
  const t = useMessages('moderation');
  const { locale } = usePageRuntime();
  const years = readFragment(NoticeFigures_year, props.years);
  const hours = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return (
    <div className={styles.frame} role="region" aria-label={t('unlawful.figures')} tabIndex={0}>
      <table className={styles.figures}>
        <thead>
          <tr>
            <th scope="col">{t('unlawful.year')}</th>
            <th scope="col">{t('unlawful.received')}</th>
            <th scope="col">{t('unlawful.decided')}</th>
            <th scope="col">{t('unlawful.removed')}</th>
            <th scope="col">{t('unlawful.median')}</th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, received, decided, removed, medianHours }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td>{received}</td>
              <td>{decided}</td>
              <td>{removed}</td>
              <td>
                {medianHours === null ? '–' : t('unlawful.hours', { hours: hours.format(medianHours) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
