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

/** Whether roles need a second factor, with the button for the other way. */
export function DemandSecondFactor({ demanded }: { demanded: boolean }) {
  const t = useMessages('site');
  return (
    <>
      <p>
        {t('factor.team')} <strong>{t(demanded ? 'factor.demanded' : 'factor.free')}</strong>
      </p>
      <p>{t('factor.text')}</p>
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
    </>
  );
}
