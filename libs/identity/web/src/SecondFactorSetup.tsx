import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Section, useMessages } from '@kundig/web-kit';
import { ConfirmSecondFactorForm } from './SecondFactorForms.js';
import styles from './SecondFactorSetup.module.css';

const SecondFactorSetup_setup = graphql(`
  fragment SecondFactorSetup_setup on SecondFactorSetup {
    qrCode {
      size
      path
    }
    secret
    recoveryCodes
  }
`);

/** The three steps of setting it up: the app, the recovery codes, the first code. */
export function SecondFactorSetup(props: { setup: FragmentType<typeof SecondFactorSetup_setup> }) {
  const t = useMessages('identity');
  const { qrCode, secret, recoveryCodes } = readFragment(SecondFactorSetup_setup, props.setup);
  const { size, path } = qrCode;
  return (
    <>
      <Section title={t('factor.scan')}>
        <p>{t('factor.scanText')}</p>
        <svg
          className={styles.qrCode}
          viewBox={`0 0 ${size} ${size}`}
          role="img"
          aria-label={t('factor.qrCode')}
          shapeRendering="crispEdges"
        >
          <path fill="#fff" d={`M0 0h${size}v${size}h-${size}z`} />
          <path fill="#000" d={path} />
        </svg>
        <p>
          {t('factor.secret')} <code className={styles.code}>{secret}</code>
        </p>
      </Section>
      <Section title={t('factor.recovery')}>
        <p>{t('factor.recoveryText')}</p>
        <ul className={styles.codes}>
          {recoveryCodes.map((code) => (
            <li key={code}>
              <code className={styles.code}>{code}</code>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('factor.first')}>
        <p>{t('factor.firstText')}</p>
        <ConfirmSecondFactorForm />
      </Section>
    </>
  );
}
