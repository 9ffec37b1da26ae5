import { graphql } from '@kundig/api-contract';
import {
  FindThreadForm,
  LockThreadForm,
  MoveThreadForm,
  PinThreadForm,
  RelabelThreadForm,
  SlowThreadForm,
  ThreadKindForm,
  UnmarkDuplicateForm,
} from '@kundig/moderation/web';
import {
  Breadcrumb,
  LinkButton,
  Narrow,
  PageNotFound,
  Section,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import styles from './ModerateThreadPage.module.css';

const ModerateThreadPageQuery = graphql(`
  query ModerateThreadPage($id: ID!) {
    thread(id: $id) {
      id
      path
      title
      locked
      solved
      viewer {
        mayModerate
      }
      duplicateOf {
        id
      }
      ...UnmarkDuplicateForm_thread
      ...RelabelThreadForm_thread
      ...ThreadKindForm_thread
      ...PinThreadForm_thread
      ...MoveThreadForm_thread
      ...SlowThreadForm_thread
    }
  }
`);

export async function prefetch({ query, params, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  const { thread } = await query(ModerateThreadPageQuery, { id: params.id! });
  if (!thread?.viewer.mayModerate) throw new PageNotFound();
  return { title: messages('pages')('moderate.title'), noindex: true };
}

/** Everything moderators can change about a thread as a whole. */
export default function ModerateThreadPage({ params }: PageProps) {
  const t = useMessages('pages');
  const { thread } = usePageQuery(ModerateThreadPageQuery, { id: params.id! });
  if (!thread) return null;
  return (
    <Narrow>
      <Breadcrumb trail={[{ href: thread.path, text: thread.title }]} />
      <h1>{t('moderate.title')}</h1>
      <p>{t('moderate.text')}</p>
      <Section title={t('moderate.standing')} className={styles.part}>
        <div className={styles.buttons}>
          <PinThreadForm thread={thread} />
          <LockThreadForm threadId={thread.id} locked={thread.locked} look="outline" />
          {!thread.solved && <ThreadKindForm thread={thread} />}
        </div>
        {thread.solved && <p className={styles.hint}>{t('moderate.solved')}</p>}
      </Section>
      <Section title={t('moderate.label')} className={styles.part}>
        <RelabelThreadForm thread={thread} />
      </Section>
      <Section title={t('moderate.move')} className={styles.part}>
        <MoveThreadForm thread={thread} />
      </Section>
      <Section title={t('moderate.merge')} className={styles.part}>
        <FindThreadForm aim="merge" page={`${thread.path}/merge`} />
      </Section>
      <Section title={t('moderate.duplicate')} className={styles.part}>
        {thread.duplicateOf ? (
          <UnmarkDuplicateForm thread={thread} />
        ) : (
          <FindThreadForm aim="duplicate" page={`${thread.path}/duplicate`} />
        )}
      </Section>
      <Section title={t('moderate.split')} className={styles.part}>
        <p className={styles.text}>{t('moderate.splitText')}</p>
        <div className={styles.buttons}>
          <LinkButton to={`${thread.path}/split`} look="outline">
            {t('moderate.splitLink')}
          </LinkButton>
        </div>
      </Section>
      <Section title={t('moderate.slow')} className={styles.part}>
        <SlowThreadForm thread={thread} />
      </Section>
    </Narrow>
  );
}
