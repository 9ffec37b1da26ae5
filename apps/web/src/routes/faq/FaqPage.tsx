import { graphql } from '@kundig/api-contract';
import { FaqList } from '@kundig/faq/web';
import { ImportNote } from '@kundig/forum/web';
import {
  EmptyState,
  LinkButton,
  type PrefetchContext,
  Reading,
  Section,
  Sheet,
  useMessages,
  usePageQuery,
} from '@kundig/web-kit';
import { faqThing, structuredData } from '../../page/structured-data.js';
import styles from './FaqPage.module.css';

const FaqPageQuery = graphql(`
  query FaqPage {
    faq {
      id
      question
      answerHtml
      lang
      board {
        id
        name
      }
      sources {
        url
        ...ImportNote_source
      }
      ...FaqList_entry
    }
  }
`);

export async function prefetch({ query, messages }: PrefetchContext) {
  const { faq } = await query(FaqPageQuery, {});
  const t = messages('pages');
  return {
    title: t('faq.title'),
    description: t('faq.description'),
    canonical: '/faq',
    jsonLd: structuredData(faqThing(faq)),
  };
}

export default function FaqPage() {
  const t = useMessages('pages');
  const { faq } = usePageQuery(FaqPageQuery, {});
  const names = [...new Set(faq.map(({ board }) => board?.name))];
  return (
    <Reading gap={5}>
      <h1>{t('faq.title')}</h1>
      {faq.length === 0 && (
        <EmptyState text={t('faq.empty')}>
          <LinkButton to="/ask">{t('frame.ask')}</LinkButton>
        </EmptyState>
      )}
      {names.map((name) => (
        <Section key={name ?? ''} title={name ?? t('faq.general')}>
          <Sheet className={styles.entries}>
            <FaqList
              entries={faq.filter(({ board }) => board?.name === name)}
              linkText={t('faq.open')}
              note={({ sources }) =>
                sources.map((source) => <ImportNote key={source.url} source={source} adapted />)
              }
            />
          </Sheet>
        </Section>
      ))}
    </Reading>
  );
}
