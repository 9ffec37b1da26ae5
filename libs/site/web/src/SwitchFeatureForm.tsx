import type { ReactNode } from 'react';
import { graphql, type Feature } from '@kundig/api-contract';
import { MutationForm, SubmitButton } from '@kundig/web-kit';

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

interface SwitchFeatureFormProps {
  feature: Feature;
  /** Whether it is to be on. */
  on: boolean;
  look?: 'outline' | 'filled';
  /** What the button is called where its words leave out what they are about. */
  label?: string;
  children: ReactNode;
}

/** Id of a feature's entry in the list of features, so that a link can lead to its switch. */
export const featureAnchor = (feature: Feature) => `feature-${feature.toLowerCase()}`;

/** One button that switches a part of the community, at once. */
export function SwitchFeatureForm({ feature, on, look, label, children }: SwitchFeatureFormProps) {
  return (
    <MutationForm
      mutation="switchFeature"
      document={SwitchFeatureMutation}
      hidden={{ feature, on: String(on) }}
      toInput={({ clientKey }) => ({ feature, on, clientKey })}
      then="reload"
      inline
    >
      <SubmitButton size="small" look={look} aria-label={label}>
        {children}
      </SubmitButton>
    </MutationForm>
  );
}
