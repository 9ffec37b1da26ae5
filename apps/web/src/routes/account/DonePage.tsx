import {
  LinkButton,
  Narrow,
  PageNotFound,
  type PageProps,
  type PrefetchContext,
  useMessages,
} from '@kundig/web-kit';

/** What was done at which address, as the texts name it. */
const texts = {
  '/register/sent': ['registered.title', 'registered.text'],
  '/same-problem/sent': ['sameSent.title', 'sameSent.text'],
  '/ask/sent': ['guestSent.title', 'guestSent.text'],
  '/forgot-password/sent': ['resetSent.title', 'resetSent.text'],
  '/unsubscribe/done': ['unsubscribed.title', 'unsubscribed.text'],
} as const;

const textsOf = (url: URL) => texts[url.pathname as keyof typeof texts];

export function prefetch({ url, messages }: PrefetchContext) {
  if (!textsOf(url)) throw new PageNotFound();
  return Promise.resolve({ title: messages('pages')(textsOf(url)[0]), noindex: true });
}

/** Says that a form without a page to lead to has done its work, and what comes next. */
export default function DonePage({ url }: PageProps) {
  const t = useMessages('pages');
  const [title, text] = textsOf(url);
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
