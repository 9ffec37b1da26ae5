import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Checkbox, Link, MutationForm, SubmitButton, TextChanges, useMessages } from '@kundig/web-kit';
import styles from './AcceptTextsForm.module.css';

const AcceptTextsForm_text = graphql(`
  fragment AcceptTextsForm_text on TextToAccept {
    slug
    title
    version
    incomplete
    changes {
      ...TextChanges_change
    }
  }
`);

const AcceptLegalTextsMutation = graphql(`
  mutation AcceptLegalTexts($input: AcceptLegalTextsInput!) {
    acceptLegalTexts(input: $input) {
      ... on AcceptLegalTextsSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** What is new about each text, and the one question whether it is accepted. */
export function AcceptTextsForm(props: { texts: readonly FragmentType<typeof AcceptTextsForm_text>[] }) {
  const t = useMessages('identity');
  const texts = props.texts.map((text) => readFragment(AcceptTextsForm_text, text));
  const shown = texts.map(({ slug, version }) => `${slug}@${version}`);
  return (
    <MutationForm
      mutation="acceptLegalTexts"
      document={AcceptLegalTextsMutation}
      toInput={(fields) => ({ texts: shown, accept: fields.checked('accept'), clientKey: fields.clientKey })}
      then="reload"
      className={styles.form}
    >
      {texts.map(({ slug, title, version, incomplete, changes }) => (
        <section key={slug} className={styles.text}>
          <h2>{title}</h2>
          {incomplete && <p>{t('texts.thisIncomplete')}</p>}
          <h3>{t('texts.changes')}</h3>
          <TextChanges changes={changes} />
          <p>
            <Link to={`/${slug}`}>{t('texts.whole')}</Link>
          </p>
          <input type="hidden" name="texts" value={`${slug}@${version}`} readOnly />
        </section>
      ))}
      <Checkbox name="accept" label={t('texts.accept')} />
      <SubmitButton>{t('texts.send')}</SubmitButton>
    </MutationForm>
  );
}
