import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { DateField, MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';
import styles from './forms.module.css';

const ReleaseForms_article = graphql(`
  fragment ReleaseForms_article on DeskArticle {
    id
    revision
    state
    viewerMayRelease
    viewerIsOnlyEditor
  }
`);

const ReleaseArticleMutation = graphql(`
  mutation ReleaseArticle($input: ReleaseArticleInput!) {
    releaseArticle(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const WithdrawArticleMutation = graphql(`
  mutation WithdrawArticle($input: ArticleInput!) {
    withdrawArticle(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** The second pair of eyes: puts the version above in force, at once or at an hour; or takes the article away. */
export function ReleaseForms(props: { article: FragmentType<typeof ReleaseForms_article> }) {
  const t = useMessages('blog');
  const article = readFragment(ReleaseForms_article, props.article);
  const { id, revision, state } = article;
  return (
    <div className={styles.form}>
      {article.viewerMayRelease ? (
        <MutationForm
          mutation="releaseArticle"
          document={ReleaseArticleMutation}
          hidden={{ articleId: id, revision: String(revision) }}
          toInput={(fields) => ({
            articleId: id,
            revision,
            publishAt: fields.optional('publishAt'),
            clientKey: fields.clientKey,
          })}
          className={styles.form}
          label={t('release.title')}
        >
          {article.viewerIsOnlyEditor && <p className={styles.note}>{t('release.alone')}</p>}
          <div className={styles.release}>
            <DateField
              name="publishAt"
              withTime
              label={t('release.at')}
              hint={t('release.atHint')}
              optional
            />
            <SubmitButton>{t('release.send')}</SubmitButton>
          </div>
        </MutationForm>
      ) : (
        state !== 'PUBLISHED' && <p className={styles.note}>{t('release.byOther')}</p>
      )}
      {state !== 'WITHDRAWN' && (
        <MutationForm
          mutation="withdrawArticle"
          document={WithdrawArticleMutation}
          hidden={{ articleId: id }}
          toInput={({ clientKey }) => ({ articleId: id, clientKey })}
          inline
        >
          <SubmitButton look="outline" size="small">
            {t('release.withdraw')}
          </SubmitButton>
        </MutationForm>
      )}
    </div>
  );
}
