import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Facts, LinkButton, MutationForm, Rows, SubmitButton, useMessages } from '@kundig/web-kit';
import styles from './SearchDesk.module.css';

const SynonymGroups_group = graphql(`
  fragment SynonymGroups_group on SynonymGroup {
    id
    words
    oneWay
  }
`);

const RemoveSynonymsMutation = graphql(`
  mutation RemoveSynonyms($input: RemoveSynonymsInput!) {
    removeSynonyms(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Everything that means the same, each with the way to change it and to take it away. */
export function SynonymGroups(props: { groups: readonly FragmentType<typeof SynonymGroups_group>[] }) {
  const t = useMessages('search');
  return (
    <Rows>
      {readFragment(SynonymGroups_group, props.groups).map(({ id, words, oneWay }) => (
        <li key={id} className={styles.recommendation}>
          <div>
            <p>
              {oneWay
                ? t('synonyms.finds', { words: words.slice(1).join(', '), term: words[0] })
                : words.join(' = ')}
            </p>
            {oneWay && (
              <Facts>
                <span>{t('synonyms.isOneWay')}</span>
              </Facts>
            )}
          </div>
          <div className={styles.actions}>
            <LinkButton to={`/desk/synonyms?group=${encodeURIComponent(id)}`} look="quiet" size="small">
              {t('synonyms.change')}
            </LinkButton>
            <MutationForm
              mutation="removeSynonyms"
              document={RemoveSynonymsMutation}
              hidden={{ groupId: id }}
              toInput={({ clientKey }) => ({ groupId: id, clientKey })}
              label={`${t('synonyms.remove')}: ${words[0]}`}
              inline
            >
              <SubmitButton look="outline" size="small">
                {t('synonyms.remove')}
              </SubmitButton>
            </MutationForm>
          </div>
        </li>
      ))}
    </Rows>
  );
}
