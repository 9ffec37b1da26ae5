import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Callout, MutationForm, Rows, SubmitButton, useMessages } from '@kundig/web-kit';
import type { SynonymsAsked } from './SynonymForm.js';
import styles from './SearchDesk.module.css';

const SynonymPreview_preview = graphql(`
  fragment SynonymPreview_preview on SynonymPreview {
    problem
    effects {
      words
      before {
        total
        titles
      }
      after {
        total
        titles
      }
    }
  }
`);

const SaveSynonymsMutation = graphql(`
  mutation SaveSynonyms($input: SaveSynonymsInput!) {
    saveSynonyms(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

interface SynonymPreviewProps extends SynonymsAsked {
  /** Of the group as it was read; absent for a new one. */
  revision?: number;
  preview: FragmentType<typeof SynonymPreview_preview>;
}

/** What a group would change of the searches last made in vain, and the way to save it. */
export function SynonymPreview({ groupId, revision, words, oneWay, ...props }: SynonymPreviewProps) {
  const t = useMessages('search');
  const { problem, effects } = readFragment(SynonymPreview_preview, props.preview);
  if (problem) return <Callout tone="danger">{problem}</Callout>;
  return (
    <div className={styles.search}>
      {effects.length === 0 && <p>{t('synonyms.noEffect')}</p>}
      {effects.length > 0 && (
        <Rows ordered>
          {effects.map(({ words: searched, before, after }) => (
            <li key={searched} className={styles.search}>
              <h3>{searched}</h3>
              <p>
                {t('synonyms.before', { count: before.total })} ·{' '}
                {t('synonyms.after', { count: after.total })}
              </p>
              {after.titles.length > 0 && (
                <ul>
                  {after.titles.map((title, index) => (
                    <li key={index}>{before.titles.includes(title) ? title : <strong>{title}</strong>}</li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </Rows>
      )}
      <MutationForm
        mutation="saveSynonyms"
        document={SaveSynonymsMutation}
        hidden={{
          ...{ words, oneWay: String(oneWay) },
          ...(groupId && { groupId, revision: String(revision ?? '') }),
        }}
        toInput={({ clientKey }) => ({ groupId, revision, words, oneWay, clientKey })}
      >
        <SubmitButton>{t('synonyms.save')}</SubmitButton>
      </MutationForm>
    </div>
  );
}
