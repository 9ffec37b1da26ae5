import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { IconCheck, IconCircle, MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';
import styles from './FeatureList.module.css';

const FeatureList_state = graphql(`
  fragment FeatureList_state on FeatureState {
    feature
    on
  }
`);

const SwitchFeatureMutation = graphql(`
  mutation SwitchFeature($input: SwitchFeatureInput!) {
    switchFeature(input: $input) {
      ... on SwitchFeatureSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** What each part is called, and what goes with it. */
const words = {
  BLOG: { name: 'feature.blog', text: 'feature.blogText' },
  RANKING: { name: 'feature.ranking', text: 'feature.rankingText' },
  EXPERTS: { name: 'feature.experts', text: 'feature.expertsText' },
  FAQ: { name: 'feature.faq', text: 'feature.faqText' },
  GUESTS: { name: 'feature.guests', text: 'feature.guestsText' },
  ANONYMITY: { name: 'feature.anonymity', text: 'feature.anonymityText' },
  PERSONS: { name: 'feature.persons', text: 'feature.personsText' },
} as const;

/** Every part of the community that can be switched, each with its own button: it takes effect at once. */
export function FeatureList(props: { states: readonly FragmentType<typeof FeatureList_state>[] }) {
  const t = useMessages('site');
  return (
    <ul className={styles.features}>
      {props.states.map((ref) => {
        const { feature, on } = readFragment(FeatureList_state, ref);
        const { name, text } = words[feature];
        return (
          <li key={feature} className={styles.feature}>
            <div>
              <h2>{t(name)}</h2>
              <p className={styles.state} data-on={on || undefined}>
                {on ? <IconCheck size={18} aria-hidden /> : <IconCircle size={18} aria-hidden />}
                {t(on ? 'feature.on' : 'feature.off')}
              </p>
              <p>{t(text)}</p>
            </div>
            <MutationForm
              mutation="switchFeature"
              document={SwitchFeatureMutation}
              hidden={{ feature, on: String(!on) }}
              toInput={({ clientKey }) => ({ feature, on: !on, clientKey })}
              then="reload"
              inline
            >
              <SubmitButton
                size="small"
                look={on ? 'outline' : 'filled'}
                aria-label={`${t(on ? 'feature.switchOff' : 'feature.switchOn')}: ${t(name)}`}
              >
                {t(on ? 'feature.switchOff' : 'feature.switchOn')}
              </SubmitButton>
            </MutationForm>
          </li>
        );
      })}
    </ul>
  );
}
