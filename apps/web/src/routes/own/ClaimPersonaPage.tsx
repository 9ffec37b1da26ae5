import { graphql } from '@kundig/api-contract';
import { ClaimPersonaForm } from '@kundig/identity/web';
import {
  Breadcrumb,
  Link,
  Narrow,
  PageNotFound,
  SignInNeeded,
  TitleText,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import styles from './OwnPages.module.css';

const ClaimPersonaPageQuery = graphql(`
  query ClaimPersonaPage($id: ID!) {
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
  const { myPersona } = await query(ClaimPersonaPageQuery, { id: params.id! });
  if (!myPersona) throw new PageNotFound();
  return { title: messages('pages')('claim.title', { name: myPersona.author.name }), noindex: true };
}

/** Says plainly what follows, before a member says in public that a persona was them. */
export default function ClaimPersonaPage({ params }: PageProps) {
  const t = useMessages('pages');
  const { myPersona } = usePageQuery(ClaimPersonaPageQuery, { id: params.id! });
  if (!myPersona) return null;
  const { author, threads } = myPersona;
  return (
    <Narrow>
      <Breadcrumb trail={[{ href: '/settings/personas', text: t('personas.title') }]} />
      <h1>{t('claim.title', { name: author.name })}</h1>
      <p>{t('claim.text')}</p>
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
      <ul className={styles.points}>
        <li>{t('claim.final')}</li>
        <li>{t('claim.stays')}</li>
        <li>{t('claim.others')}</li>
        <li>{t('claim.keep')}</li>
      </ul>
      <ClaimPersonaForm personaId={author.id} />
    </Narrow>
  );
}
