import type { ReactNode } from 'react';
import { SignOutForm } from '@kundig/identity/web';
import { SEARCH_FIELD, SearchField } from '@kundig/search/web';
import {
  Avatar,
  Callout,
  faceOf,
  IconBell,
  IconChevronDown,
  IconMessagePlus,
  IconSearch,
  Link,
  LinkButton,
  Menu,
  PageFrame,
  useFeature,
  useMessages,
  usePageRuntime,
  usePreparedQuery,
} from '@kundig/web-kit';
import { openDesks, waitingAt } from '../routes/desk/desks.js';
import { CountBadge } from './CountBadge.js';
import { FrameQuery } from './frame-query.js';
import styles from './SiteFrame.module.css';

/** Pages whose content begins with a search field of its own. */
const SEARCHING_PAGES = ['/', '/search'];
/** Where people look after their own things, or work for the operator. */
const OWN_PAGES = /^\/(?:mine|notifications|desk|admin)(?:[/?]|$)/;
/** Pages of links that work once: whoever has signed in has no use for them any more. */
const ONE_TIME_PAGES =
  /^\/(?:confirm|invitation|reset-password|first-administrator|unsubscribe|sign-in|register)(?:[/?]|$)/;
/** Own pages on which staff write: there the field itself asks for the name. */
const WRITING_PAGES = /^\/desk\/blog\/[^/]+$/;
/** Where new versions of texts are read and accepted. */
const ACCEPT_TEXTS = '/texts/accept';
const SECOND_FACTOR = '/settings/account/second-factor';
/** Where the suspended read why. */
const SUSPENDED = '/suspended';

/** @returns a path without what is asked of its page */
const pageOf = (path: string): string => path.split('?', 1)[0]!;

/** The frame with what this site puts into it. */
export function SiteFrame({ children }: { children: ReactNode }) {
  const t = useMessages('pages');
  const { viewer, path } = usePageRuntime();
  const here = pageOf(path);
  const searching = SEARCHING_PAGES.includes(here);
  return (
    <PageFrame
      search={
        <>
          {!searching && (
            <div className={styles.wide}>
              <SearchField />
            </div>
          )}
          <Link to={SEARCH_FIELD} className={styles.searchLink} aria-label={t('frame.search')}>
            <IconSearch size={22} aria-hidden />
          </Link>
        </>
      }
      ask={
        <LinkButton to="/ask" look="filled" size="small" aria-label={t('frame.ask')}>
          <IconMessagePlus size={20} className={styles.askIcon} aria-hidden />
          <span className={styles.askText}>{t('frame.ask')}</span>
        </LinkButton>
      }
      account={
        viewer === 'signed-in' ? (
          <>
            <Bell />
            <AccountMenu />
          </>
        ) : (
          <SignInLink />
        )
      }
    >
      {viewer === 'signed-in' && here !== ACCEPT_TEXTS && <TextsWaiting />}
      {viewer === 'signed-in' && here !== SECOND_FACTOR && <SecondFactorOwed />}
      {viewer === 'signed-in' && OWN_PAGES.test(here) && <StaffLacks />}
      {viewer === 'signed-in' && here !== SUSPENDED && <SuspendedNote />}
      {children}
    </PageFrame>
  );
}

/** Asks for what a material change of the operator's texts needs; nothing else waits for the answer. */
function TextsWaiting() {
  const t = useMessages('pages');
  const data = usePreparedQuery(FrameQuery, {});
  if (!data?.viewer.textsWaiting) return null;
  return (
    <Callout className={styles.texts}>
      <p>
        {t('frame.textsWaiting')} <Link to={ACCEPT_TEXTS}>{t('frame.textsRead')}</Link>
      </p>
    </Callout>
  );
}

/** Tells staff why their desks are gone, and how to have them back. */
function SecondFactorOwed() {
  const t = useMessages('pages');
  const data = usePreparedQuery(FrameQuery, {});
  if (!data?.viewer.secondFactorOwed) return null;
  return (
    <Callout className={styles.texts}>
      <p>
        {t('factor.owed')} <Link to={SECOND_FACTOR}>{t('factor.toSetup')}</Link>
      </p>
    </Callout>
  );
}

/** Asks staff for what readers are owed: a real name, a role and a photo. */
function StaffLacks() {
  const t = useMessages('pages');
  const { path } = usePageRuntime();
  const lacks = usePreparedQuery(FrameQuery, {})?.viewer.staffLacks ?? [];
  const isNameless = lacks.includes('NAME');
  if (lacks.length === 0 || (isNameless && WRITING_PAGES.test(pageOf(path)))) return null;
  return (
    <Callout className={styles.texts}>
      <p>
        {t(isNameless ? 'frame.staffLacksName' : 'frame.staffLacksPhoto')}{' '}
        <Link to="/settings/person">{t('frame.staffTell')}</Link>
      </p>
    </Callout>
  );
}

/** Before anybody writes what they could not send. */
function SuspendedNote() {
  const t = useMessages('pages');
  const data = usePreparedQuery(FrameQuery, {});
  if (!data?.viewer.suspension) return null;
  return (
    <Callout tone="danger" className={styles.texts}>
      <p>
        {t('frame.suspended')} <Link to={SUSPENDED}>{t('frame.suspendedWhy')}</Link>
      </p>
    </Callout>
  );
}

function SignInLink() {
  const t = useMessages('pages');
  const { path } = usePageRuntime();
  const next = path === '/' || ONE_TIME_PAGES.test(path) ? '' : `?next=${encodeURIComponent(path)}`;
  return (
    <LinkButton to={`/sign-in${next}`} look="quiet" size="small" className={styles.signIn}>
      {t('frame.signIn')}
    </LinkButton>
  );
}

/** The way to what is new, with the number of threads it is in. */
function Bell() {
  const t = useMessages('pages');
  const unread = usePreparedQuery(FrameQuery, {})?.viewer.unreadNotices ?? 0;
  const label = unread > 0 ? t('frame.news', { count: unread }) : t('notifications.title');
  return (
    <Link to="/notifications" className={styles.bell} aria-label={label}>
      <IconBell size={22} aria-hidden />
      <CountBadge count={unread} className={styles.bellCount} />
    </Link>
  );
}

function AccountMenu() {
  const t = useMessages('pages');
  const data = usePreparedQuery(FrameQuery, {});
  const { site } = usePageRuntime();
  const showing = useFeature('persons');
  if (!data?.viewer.member) return null;
  const { member, mayAdminister, leadsGroups, speaksAsStaff } = data.viewer;
  const open = openDesks(data.viewer, site).map((desk) => ({ ...desk, count: waitingAt(desk, data.viewer) }));
  const toDecide = open.reduce((sum, { count }) => sum + count, 0);
  return (
    <Menu
      label={t('frame.account', { name: member.nickname })}
      summary={
        <>
          <Avatar {...faceOf(member, member.realName ?? member.nickname)} size={24} />
          <span className={styles.nickname}>{member.nickname}</span>
          <IconChevronDown size={16} aria-hidden />
          <CountBadge count={toDecide} />
        </>
      }
    >
      <ul>
        <li>
          <Link to={member.path}>{t('frame.profile')}</Link>
        </li>
        <li>
          <Link to="/mine">{t('mine.title')}</Link>
        </li>
        {(showing || speaksAsStaff) && (
          <li>
            <Link to="/settings/person">{t('person.title')}</Link>
          </li>
        )}
        <li>
          <Link to="/settings/notifications">{t('mailSettings.title')}</Link>
        </li>
        <li>
          <Link to="/settings/account">{t('account.title')}</Link>
        </li>
        {open
          .filter(({ inMenu, count }) => inMenu || count > 0)
          .map(({ path, name, count }) => (
            <li key={path}>
              <Link to={path}>
                {t(name)} <CountBadge count={count} said={t('desk.waiting', { count })} />
              </Link>
            </li>
          ))}
        {leadsGroups && !mayAdminister && (
          <li>
            <Link to="/admin/groups">{t('admin.ownGroups')}</Link>
          </li>
        )}
        {mayAdminister && (
          <li>
            <Link to="/admin">{t('admin.title')}</Link>
          </li>
        )}
      </ul>
      <SignOutForm />
    </Menu>
  );
}
