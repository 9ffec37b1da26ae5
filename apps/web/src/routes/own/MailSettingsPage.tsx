import { graphql } from '@kundig/api-contract';
import { MailChoicesForm } from '@kundig/notifications/web';
import {
  Callout,
  Narrow,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';

const MailSettingsPageQuery = graphql(`
  query MailSettingsPage {
    viewer {
      mailHint
    }
    mailChoices {
      ...MailChoicesForm_choices
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(MailSettingsPageQuery, {});
  return { title: messages('pages')('mailSettings.title'), noindex: true };
}

export default function MailSettingsPage({ url }: PageProps) {
  const t = useMessages('pages');
  const { viewer, mailChoices } = usePageQuery(MailSettingsPageQuery, {});
  return (
    <Narrow>
      <h1>{t('mailSettings.title')}</h1>
      {url.searchParams.has('saved') && (
        <Callout tone="done" role="status">
          {t('mailSettings.saved')}
        </Callout>
      )}
      <p>{t('mailSettings.text', { mail: viewer.mailHint ?? '' })}</p>
      <MailChoicesForm choices={mailChoices} />
    </Narrow>
  );
}
