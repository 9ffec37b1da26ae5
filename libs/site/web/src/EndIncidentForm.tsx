import { graphql } from '@kundig/api-contract';
import { MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';

const EndIncidentMutation = graphql(`
  mutation EndIncident($input: EndIncidentInput!) {
    endIncident(input: $input) {
      ... on EndIncidentSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Takes the incident off all pages. */
export function EndIncidentForm() {
  const t = useMessages('site');
  return (
    <MutationForm
      mutation="endIncident"
      document={EndIncidentMutation}
      toInput={({ clientKey }) => ({ clientKey })}
      inline
    >
      <SubmitButton look="outline">{t('incident.end')}</SubmitButton>
    </MutationForm>
  );
}
