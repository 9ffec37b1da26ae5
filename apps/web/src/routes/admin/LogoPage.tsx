import { graphql } from '@kundig/api-contract';
import { ChoosePicture } from '@kundig/files/web';
import { LogoForm } from '@kundig/site/web';
import { SignInNeeded, useMessages, usePageQuery, type PrefetchContext } from '@kundig/web-kit';
import { AdminFrame } from './AdminFrame.js';

const LogoPageQuery = graphql(`
  query LogoPage {
    logoSettings {
      light
      dark
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(LogoPageQuery, {});
  return { title: messages('pages')('admin.logo'), noindex: true };
}

/** The logo in the header, on its two grounds. */
export default function LogoPage() {
  const t = useMessages('pages');
  const { light, dark } = usePageQuery(LogoPageQuery, {}).logoSettings;
  const choose = (current: string) => <ChoosePicture name="picture" current={current} purpose="site" />;
  return (
    <AdminFrame title={t('admin.logo')}>
      <p>{t('admin.logoHint')}</p>
      <LogoForm ground="LIGHT" picture={light} choosePicture={choose} />
      {light && <LogoForm ground="DARK" picture={dark} choosePicture={choose} />}
    </AdminFrame>
  );
}
