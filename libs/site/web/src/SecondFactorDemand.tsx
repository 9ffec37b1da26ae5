import { graphql } from '@kundig/api-contract';
import { MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';

const DemandSecondFactorMutation = graphql(`
  mutation DemandSecondFactor($input: DemandSecondFactorInput!) {
    demandSecondFactor(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

interface DemandProps {
  demanded: boolean;
}

/** Whether roles need a second factor, and what that means. */
export function SecondFactorDemand({ demanded }: DemandProps) {
  const t = useMessages('site');
  return (
    <>
      <p>
        {t('factor.team')} <strong>{t(demanded ? 'factor.demanded' : 'factor.free')}</strong>
      </p>
      <p>{t('factor.text')}</p>
    </>
  );
}

/** The button for the other way. */
export function DemandSecondFactorForm({ demanded }: DemandProps) {
  const t = useMessages('site');
  return (
    <MutationForm
      mutation="demandSecondFactor"
      document={DemandSecondFactorMutation}
      hidden={{ demanded: String(!demanded) }}
      toInput={({ clientKey }) => ({ demanded: !demanded, clientKey })}
      then="reload"
      inline
    >
      <SubmitButton look="outline">{t(demanded ? 'factor.leaveFree' : 'factor.demand')}</SubmitButton>
    </MutationForm>
  );
}
