import { graphql } from '@kundig/api-contract';
import { GiveUpPersonaForm } from '@kundig/identity/web';
import {
  Breadcrumb,
  Link,
  Narrow,
  PageNotFound,
  Section,
  SignInNeeded,
  TitleText,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import styles from './OwnPages.module.css';

const GiveUpPersonaPageQuery = graphql(`
  query GiveUpPersonaPage($id: ID!) {
    myPersona(id: $id) {
      author {
        id
        name
      }
      threads {
        id
        path
        title
        lang
      }
    }
  }
`);

export async function prefetch({ query, params, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  const { myPersona } = await query(GiveUpPersonaPageQuery, { id: params.id! });
  if (!myPersona) throw new PageNotFound();
  return { title: messages('pages')('giveUp.title', { name: myPersona.author.name }), noindex: true };
}

/** Says plainly what goes and what stays, before a member and one of its personas are taken apart. */
export default function GiveUpPersonaPage({ params }: PageProps) {
  const t = useMessages('pages');
  const { myPersona } = usePageQuery(GiveUpPersonaPageQuery, { id: params.id! });
  if (!myPersona) return null;
  const { author, threads } = myPersona;
  return (
    <Narrow>
      <Breadcrumb trail={[{ href: '/settings/personas', text: t('personas.title') }]} />
      <h1>{t('giveUp.title', { name: author.name })}</h1>
      <p>{t('giveUp.text')}</p>
      <div>
        <p>{t('giveUp.threads')}</p>
        <ul className={styles.points}>
          {threads.map(({ id, path, title, lang }) => (
            <li key={id} lang={lang}>
              <Link to={path}>
                <TitleText text={title} />
              </Link>
            </li>
          ))}
        </ul>
      </div>
      <Section title={t('giveUp.goes')}>
        <ul className={styles.points}>
          <li>{t('giveUp.goesLink')}</li>
          <li>{t('giveUp.goesTidings')}</li>
          <li>{t('giveUp.goesHeld')}</li>
        </ul>
      </Section>
      <Section title={t('giveUp.stays')}>
        <ul className={styles.points}>
          <li>{t('giveUp.staysPosts')}</li>
          <li>{t('giveUp.staysThanks')}</li>
          <li>{t('giveUp.staysSealed')}</li>
          <li>{t('giveUp.staysBackups')}</li>
        </ul>
        <p>{t('giveUp.again')}</p>
      </Section>
      <GiveUpPersonaForm personaId={author.id} />
    </Narrow>
  );
}
