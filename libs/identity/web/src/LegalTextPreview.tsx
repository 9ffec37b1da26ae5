import { useLazyQuery } from '@apollo/client/react';
import { useId, useRef } from 'react';
import { graphql, type PublishLegalTextInput } from '@kundig/api-contract';
import { Button, FormFields, Prose, useMessages } from '@kundig/web-kit';
import styles from './LegalTextPreview.module.css';

const PreviewLegalTextQuery = graphql(`
  query PreviewLegalText($input: PublishLegalTextInput!) {
    previewLegalText(input: $input) {
      locale
      title
      html
    }
  }
`);

/** Shows the text of the form around as it would be published, answers included. */
export function LegalTextPreview(props: { toInput(fields: FormFields): PublishLegalTextInput }) {
  const t = useMessages('identity');
  const previewId = useId();
  const preview = useRef<HTMLDivElement>(null);
  const [fetch, { data, loading, error }] = useLazyQuery(PreviewLegalTextQuery, { fetchPolicy: 'no-cache' });
  async function show(form: HTMLFormElement) {
    await fetch({ variables: { input: props.toInput(new FormFields(new FormData(form))) } });
    preview.current?.scrollIntoView({ block: 'nearest' });
  }
  return (
    <div className={styles.frame} data-needs-script="">
      <Button
        look="outline"
        onClick={({ currentTarget }) => void show(currentTarget.form!)}
        aria-controls={previewId}
      >
        {t('text.preview')}
      </Button>
      <div id={previewId} ref={preview} className={styles.preview} role="status" aria-busy={loading}>
        {error ? (
          <p>{t('text.noPreview')}</p>
        ) : (
          data?.previewLegalText.map(({ locale, title, html }) => (
            <article key={locale} lang={locale.toLowerCase()}>
              <h2>{title}</h2>
              <Prose html={html} />
            </article>
          ))
        )}
      </div>
    </div>
  );
}
