import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Checkbox, Link, MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';
import styles from './AcceptTextsForm.module.css';

const AcceptTextsForm_text = graphql(`
  fragment AcceptTextsForm_text on TextToAccept {
    slug
    title
    version
    changes {
      kind
      text
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
      {texts.map(({ slug, title, version, changes }) => (
        <section key={slug} className={styles.text}>
          <h2>{title}</h2>
          <h3>{t('texts.changes')}</h3>
          <p className={styles.changes}>
            {changes.map(({ kind, text }, index) => (
              <Change key={index} kind={kind} text={text} />
            ))}
          </p>
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

/** Of what stayed, only so many characters beside a change are shown. */
const AROUND = 160;

function Change({ kind, text }: { kind: 'SAME' | 'ADDED' | 'REMOVED'; text: string }) {
  const t = useMessages('identity');
  if (kind === 'SAME')
    return text.length <= 2 * AROUND ? text : `${text.slice(0, AROUND)} … ${text.slice(-AROUND)}`;
  const Mark = kind === 'ADDED' ? 'ins' : 'del';
  return (
    <Mark>
      <span className="visually-hidden">{t(kind === 'ADDED' ? 'texts.added' : 'texts.removed')} </span>
      {text}
    </Mark>
  );
}
