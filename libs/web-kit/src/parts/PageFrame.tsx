import type { ReactNode } from 'react';
import { Link } from './Link.js';
import { IconDeviceDesktop, IconMoon, IconSun } from '../icons.js';
import { useMessages } from '../messages/use-messages.js';
import { isOn, localePrefix, usePageRuntime } from '../page/page-runtime.js';
import { SiteLogo } from './SiteLogo.js';
import { Notice } from './states.js';
import styles from './PageFrame.module.css';

interface PageFrameProps {
  search: ReactNode;
  /** The way to ask, always in reach. */
  ask: ReactNode;
  /** Sign-in, or the menu of the person signed in. */
  account: ReactNode;
  children: ReactNode;
}

const schemes = [
  { choice: 'light', icon: IconSun, key: 'scheme.light' },
  { choice: 'dark', icon: IconMoon, key: 'scheme.dark' },
  { choice: 'auto', icon: IconDeviceDesktop, key: 'scheme.auto' },
] as const;

/** Header, content and footer of every page. */
export function PageFrame({ search, ask, account, children }: PageFrameProps) {
  const t = useMessages('kit');
  const { notice, site } = usePageRuntime();
  return (
    <>
      <a className={styles.skip} href="#content">
        {t('frame.skip')}
      </a>
      <div className={styles.progress} aria-hidden="true" />
      <header className={styles.header}>
        <div className={styles.bar}>
          <Link to="/" className={styles.logo}>
            <SiteLogo />
          </Link>
          <div className={styles.search}>{search}</div>
          {(isOn(site, 'faq') || isOn(site, 'blog')) && (
            <nav className={styles.places} aria-label={t('frame.places')}>
              {isOn(site, 'faq') && <Link to="/faq">{t('frame.faq')}</Link>}
              {isOn(site, 'blog') && <Link to="/blog">{t('frame.blog')}</Link>}
            </nav>
          )}
          <div className={styles.actions}>
            {ask}
            {account}
          </div>
        </div>
      </header>
      <main id="content" className={styles.content} tabIndex={-1}>
        {notice && <Notice>{notice}</Notice>}
        {children}
      </main>
      <footer className={styles.footer}>
        <div>
          <nav aria-label={t('frame.legal')}>
            {isOn(site, 'blog') && <Link to="/blog">{t('frame.blog')}</Link>}
            {isOn(site, 'faq') && <Link to="/faq">{t('frame.faq')}</Link>}
            <Link to="/imprint">{t('frame.imprint')}</Link>
            <Link to="/privacy">{t('frame.privacy')}</Link>
            <Link to="/netiquette">{t('frame.netiquette')}</Link>
            <Link to="/terms">{t('frame.terms')}</Link>
            <Link to="/accessibility">{t('frame.accessibility')}</Link>
            {isOn(site, 'experts') && <Link to="/settings/display">{t('frame.display')}</Link>}
            <Link to="/report-content">{t('frame.unlawful')}</Link>
          </nav>
          <div className={styles.switches}>
            <LanguageLinks />
            <div role="group" aria-label={t('scheme.label')} className={styles.schemes} data-needs-script="">
              {schemes.map(({ choice, icon: Icon, key }) => (
                <button
                  key={choice}
                  type="button"
                  data-scheme={choice}
                  title={t(key)}
                  suppressHydrationWarning
                >
                  <Icon size={18} aria-hidden />
                  <span className="visually-hidden">{t(key)}</span>
                </button>
              ))}
            </div>
          </div>
        </div>
      </footer>
    </>
  );
}

function LanguageLinks() {
  const t = useMessages('kit');
  const { locale, path } = usePageRuntime();
  const addressIn = (language: 'de' | 'en') => `${localePrefix(language)}${path}`;
  return (
    <nav aria-label={t('frame.language')} className={styles.languages}>
      {(['de', 'en'] as const).map((language) => (
        <a
          key={language}
          href={addressIn(language)}
          hrefLang={language}
          lang={language}
          aria-current={language === locale ? 'true' : undefined}
        >
          {language === 'de' ? 'Deutsch' : 'English'}
        </a>
      ))}
    </nav>
  );
}
