import { graphql } from '@kundig/api-contract';
import { MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';

const ChooseAbsenceMutation = graphql(`
  mutation ChooseAbsence($input: ChooseAbsenceInput!) {
    chooseAbsence(input: $input) {
      ... on ChooseAbsenceSuccess {
        path
        absent
      }
      ...Refusal_error
    }
  }
`);

/** Out of all rankings, or back. */
export function AbsenceForm({ absent }: { absent: boolean }) {
  const t = useMessages('merits');
  return (
    <MutationForm
      key={String(absent)}
      mutation="chooseAbsence"
      document={ChooseAbsenceMutation}
      hidden={{ absent: String(!absent) }}
      toInput={() => ({ absent: !absent })}
      inline
    >
      <p>{t(absent ? 'absence.isAbsent' : 'absence.isListed')}</p>
      <SubmitButton look="outline" size="small">
        {t(absent ? 'absence.back' : 'absence.leave')}
      </SubmitButton>
    </MutationForm>
  );
}
