import { graphql } from '@kundig/api-contract';
import { BeginSecondFactorForm, EndSecondFactorForm, SecondFactorSetup } from '@kundig/identity/web';
import {
  Breadcrumb,
  Callout,
  Narrow,
  PageNotFound,
  Section,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';

const SecondFactorPageQuery = graphql(`
  query SecondFactorPage {
    secondFactor {
      on
      owed
      codesLeft
      setup {
        ...SecondFactorSetup_setup
      }
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  const { secondFactor } = await query(SecondFactorPageQuery, {});
  if (!secondFactor) throw new PageNotFound();
  return { title: messages('pages')('factor.title'), noindex: true, secret: true };
}

/** Codes of an authenticator app besides the password: off, being set up, or on. */
export default function SecondFactorPage({ url }: PageProps) {
  const t = useMessages('pages');
  const { secondFactor } = usePageQuery(SecondFactorPageQuery, {});
  if (!secondFactor) return null;
  const { owed, codesLeft, setup } = secondFactor;
  const done = url.searchParams.get('done');
  return (
    <Narrow>
      <Breadcrumb trail={[{ href: '/settings/account', text: t('account.title') }]} />
      <h1>{t('factor.title')}</h1>
      {codesLeft === null && done === 'off' && (
        <Callout tone="done" role="status">
          {t('factor.isOff')}
        </Callout>
      )}
      {codesLeft !== null && (
        <>
          <Callout tone="done" role={done === 'on' ? 'status' : undefined}>
            {t('factor.isOn')}
          </Callout>
          <p>{codesLeft === 0 ? t('factor.codesGone') : t('factor.codesLeft', { count: codesLeft })}</p>
          <Section title={t('factor.end')}>
            <p>{t('factor.endText')}</p>
            <EndSecondFactorForm />
          </Section>
        </>
      )}
      {codesLeft === null && (
        <>
          {owed && <Callout>{t('factor.owed')}</Callout>}
          <p>{t('factor.text')}</p>
          {setup ? <SecondFactorSetup setup={setup} /> : <BeginSecondFactorForm />}
        </>
      )}
    </Narrow>
  );
}
