import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Link, MutationForm, Rows, SubmitButton, TitleText, useMessages } from '@kundig/web-kit';
import styles from './SearchDesk.module.css';

const Recommendations_recommendation = graphql(`
  fragment Recommendations_recommendation on Recommendation {
    id
    words
    answer {
      title
      path
      lang
    }
  }
`);

const WithdrawRecommendationMutation = graphql(`
  mutation WithdrawRecommendation($input: WithdrawRecommendationInput!) {
    withdrawRecommendation(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Everything that stands above the results of some search, and the way to take it back. */
export function Recommendations(props: {
  recommendations: readonly FragmentType<typeof Recommendations_recommendation>[];
}) {
  const t = useMessages('search');
  const all = readFragment(Recommendations_recommendation, props.recommendations);
  return (
    <Rows>
      {all.map(({ id, words, answer }) => (
        <li key={id} className={styles.recommendation}>
          <p>
            <strong>{words}</strong>{' '}
            {answer ? (
              <Link to={answer.path} lang={answer.lang}>
                <TitleText text={answer.title} />
              </Link>
            ) : (
              t('recommended.gone')
            )}
          </p>
          <MutationForm
            mutation="withdrawRecommendation"
            document={WithdrawRecommendationMutation}
            hidden={{ recommendationId: id }}
            toInput={({ clientKey }) => ({ recommendationId: id, clientKey })}
            label={`${t('recommended.withdraw')}: ${words}`}
            inline
          >
            <SubmitButton look="outline" size="small">
              {t('recommended.withdraw')}
            </SubmitButton>
          </MutationForm>
        </li>
      ))}
    </Rows>
  );
}
