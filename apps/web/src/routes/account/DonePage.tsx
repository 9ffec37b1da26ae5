import {
  LinkButton,
  Narrow,
  PageNotFound,
  type PageProps,
  type PrefetchContext,
  useMessages,
  usePageRuntime,
} from '@kundig/web-kit';

/** What was done at which address, as the texts name it. */
const texts = {
  '/register/sent': ['registered.title', 'registered.text'],
  '/same-problem/sent': ['sameSent.title', 'sameSent.text'],
  '/ask/sent': ['guestSent.title', 'guestSent.text'],
  '/forgot-password/sent': ['resetSent.title', 'resetSent.text'],
  '/account-deleted': ['accountDeleted.title', 'accountDeleted.text'],
} as const;

/** The same while no mail can leave. */
const maillessTexts = {
  '/register/sent': ['mailless.registered', 'mailless.registeredText'],
  '/same-problem/sent': ['mailless.same', 'mailless.sameText'],
  '/ask/sent': ['mailless.asked', 'mailless.askedText'],
  '/forgot-password/sent': ['mailless.reset', 'mailless.resetText'],
} as const;

type DonePath = keyof typeof texts;

const textsOf = (url: URL, mailless = false) => {
  const path = url.pathname as DonePath;
  return mailless && path !== '/account-deleted' ? maillessTexts[path] : texts[path];
};

export function prefetch({ url, messages, mailless }: PrefetchContext) {
  if (!textsOf(url)) throw new PageNotFound();
  return Promise.resolve({ title: messages('pages')(textsOf(url, mailless)[0]), noindex: true });
}

/** Says that a form without a page to lead to has done its work, and what comes next. */
export default function DonePage({ url }: PageProps) {
  const t = useMessages('pages');
  const [title, text] = textsOf(url, usePageRuntime().site.mailless);
  return (
    <Narrow>
      <h1>{t(title)}</h1>
      <p>{t(text)}</p>
      <div>
        <LinkButton to="/">{t('done.home')}</LinkButton>
      </div>
    </Narrow>
  );
}
