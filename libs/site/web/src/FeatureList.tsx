import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { IconCheck, IconCircle, useMessages } from '@kundig/web-kit';
import styles from './FeatureList.module.css';
import { featureAnchor, SwitchFeatureForm } from './SwitchFeatureForm.js';

const FeatureList_state = graphql(`
  fragment FeatureList_state on FeatureState {
    feature
    on
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
  PERSONA_CREDITS: { name: 'feature.personaCredits', text: 'feature.personaCreditsText' },
  SEARCH_ENGINES: { name: 'feature.searchEngines', text: 'feature.searchEnginesText' },
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
          <li key={feature} id={featureAnchor(feature)} className={styles.feature}>
            <div>
              <h2>{t(name)}</h2>
              <p className={styles.state} data-on={on || undefined}>
                {on ? <IconCheck size={18} aria-hidden /> : <IconCircle size={18} aria-hidden />}
                {t(on ? 'feature.on' : 'feature.off')}
              </p>
              <p>{t(text)}</p>
            </div>
            <SwitchFeatureForm
              feature={feature}
              on={!on}
              look={on ? 'outline' : 'filled'}
              label={`${t(on ? 'feature.switchOff' : 'feature.switchOn')}: ${t(name)}`}
            >
              {t(on ? 'feature.switchOff' : 'feature.switchOn')}
            </SwitchFeatureForm>
          </li>
        );
      })}
    </ul>
  );
}
