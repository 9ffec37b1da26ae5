import { graphql } from '@kundig/api-contract';
import { ImportNote } from '@kundig/forum/web';
import {
  Breadcrumb,
  Link,
  LinkButton,
  Narrow,
  PageNotFound,
  type PageProps,
  type PrefetchContext,
  Prose,
  TimeText,
  TitleText,
  useMessages,
  usePageQuery,
} from '@kundig/web-kit';
import { descriptionOf } from '../../page/description.js';
import { breadcrumbs, faqThing, structuredData } from '../../page/structured-data.js';
import styles from './FaqEntryPage.module.css';

const FaqEntryPageQuery = graphql(`
  query FaqEntryPage($id: ID!) {
    faqEntry(id: $id) {
      id
      path
      question
      answerHtml
      lang
      updatedAt
      sources {
        url
        ...ImportNote_source
      }
      thread {
        id
        path
        title
        lang
      }
    }
  }
`);

export async function prefetch(context: PrefetchContext) {
  const { messages, query, params, url } = context;
  const { faqEntry } = await query(FaqEntryPageQuery, { id: params.id! });
  if (!faqEntry) throw new PageNotFound();
  const redirect = faqEntry.path === url.pathname ? undefined : { path: faqEntry.path, permanent: true };
  return {
    title: faqEntry.question,
    description: descriptionOf(faqEntry.answerHtml),
    canonical: faqEntry.path,
    shared: { kind: 'faq' as const, id: params.id!, shows: [faqEntry.question] },
    redirect,
    jsonLd: structuredData(
      faqThing([faqEntry]),
      breadcrumbs(context, [
        { path: '/faq', name: messages('pages')('faq.title') },
        { path: faqEntry.path, name: faqEntry.question },
      ]),
    ),
  };
}

export default function FaqEntryPage({ params }: PageProps) {
  const t = useMessages('pages');
  const { faqEntry } = usePageQuery(FaqEntryPageQuery, { id: params.id! });
  if (!faqEntry) return null;
  const { question, answerHtml, lang, updatedAt, sources, thread } = faqEntry;
  return (
    <Narrow>
      <Breadcrumb trail={[{ href: '/faq', text: t('faq.title') }]} />
      <h1 lang={lang}>
        <TitleText text={question} />
      </h1>
      <Prose html={answerHtml} lang={lang} />
      {sources.map((source) => (
        <ImportNote key={source.url} source={source} adapted />
      ))}
      <p className={styles.facts}>
        {t('thread.asOf')} <TimeText at={updatedAt} dateOnly />
        {thread && (
          <>
            {' · '}
            {t('faq.fromThread')}{' '}
            <Link to={thread.path} lang={thread.lang}>
              <TitleText text={thread.title} />
            </Link>
          </>
        )}
      </p>
      <p>
        <LinkButton to={`/ask?title=${encodeURIComponent(question)}`}>{t('faq.askMore')}</LinkButton>
      </p>
    </Narrow>
  );
}
