import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Callout, LinkButton, useMessages } from '@kundig/web-kit';
import styles from './notices.module.css';

const SetupNotice_viewer = graphql(`
  fragment SetupNotice_viewer on Viewer {
    setupStepsLeft
  }
`);

/** Leads administrators back to the checklist while steps are left; nobody else sees anything. */
export function SetupNotice(props: { viewer: FragmentType<typeof SetupNotice_viewer> }) {
  const t = useMessages('site');
  const { setupStepsLeft } = readFragment(SetupNotice_viewer, props.viewer);
  if (setupStepsLeft === 0) return null;
  return (
    <Callout role="complementary" className={styles.notice} aria-label={t('setup.title')}>
      <p>{t('setup.left', { count: setupStepsLeft })}</p>
      <LinkButton to="/admin/setup" size="small">
        {t('setup.go')}
      </LinkButton>
    </Callout>
  );
}
