import { localePrefix, useMessages, usePageRuntime } from '@kundig/web-kit';

interface FeedLinkProps {
  /** Page whose articles the feed carries, without the language prefix. */
  of?: string;
}

/** The way to a feed; a document of its own, which no page of ours can show. */
export function FeedLink({ of = '/blog' }: FeedLinkProps) {
  const t = useMessages('pages');
  const { locale } = usePageRuntime();
  return (
    <a href={`${localePrefix(locale)}${of}/feed.xml`} type="application/atom+xml">
      {t('blog.feed')}
    </a>
  );
}
