import type { MouseEvent } from 'react';
import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { IconQuote, LinkButton, useMessages } from '@kundig/web-kit';
import { quoteText } from './composer/quote.js';

const QuoteLink_post = graphql(`
  fragment QuoteLink_post on Post {
    id
    author {
      name
    }
  }
`);

interface QuoteLinkProps {
  post: FragmentType<typeof QuoteLink_post>;
  /** Address of this page with the quotation begun, for readers without scripts. */
  href: string;
}

/** Puts the marked passage of a post, or all of it, into the reply field. */
export function QuoteLink({ href, ...props }: QuoteLinkProps) {
  const t = useMessages('forum');
  const { id, author } = readFragment(QuoteLink_post, props.post);

  function insert(event: MouseEvent) {
    const field = document.querySelector<HTMLTextAreaElement>('#reply textarea');
    const article = document.getElementById(`p-${id}`);
    if (!field || !article) return;
    event.preventDefault();
    const selection = getSelection();
    const marked = selection && article.contains(selection.anchorNode) ? selection.toString() : '';
    const text = marked || (article.querySelector<HTMLElement>('[data-prose]')?.innerText ?? '');
    const gap = field.value && !field.value.endsWith('\n') ? '\n\n' : '';
    field.setRangeText(gap + quoteText(text, author.name), field.value.length, field.value.length, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
  }

  return (
    <LinkButton
      to={href}
      onClick={insert}
      rel="nofollow"
      look="quiet"
      size="small"
      icon={<IconQuote size={18} aria-hidden />}
    >
      {t('post.quote')}
    </LinkButton>
  );
}
