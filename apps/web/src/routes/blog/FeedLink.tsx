import { localePrefix, useMessages, usePageRuntime } from '@kundig/web-kit';

/** The way to the feed; a document of its own, which no page of ours can show. */
export function FeedLink() {
  const t = useMessages('pages');
  const { locale } = usePageRuntime();
  return (
    <a href={`${localePrefix(locale)}/blog/feed.xml`} type="application/atom+xml">
      {t('blog.feed')}
    </a>
  );
}
