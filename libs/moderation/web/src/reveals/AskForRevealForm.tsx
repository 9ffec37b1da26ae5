import { graphql, type RevealGround } from '@kundig/api-contract';
import {
  formStyles,
  MutationForm,
  Select,
  SubmitButton,
  TextArea,
  TextField,
  useMessages,
} from '@kundig/web-kit';
import { groundKeys } from './reveal-words.js';

const RequestRevealMutation = graphql(`
  mutation RequestReveal($input: RequestRevealInput!) {
    requestReveal(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Asks who stands behind the persona that wrote a post: the ground, the case, and why it takes the person. */
export function AskForRevealForm({ postId }: { postId: string }) {
  const t = useMessages('moderation');
  return (
    <MutationForm
      mutation="requestReveal"
      document={RequestRevealMutation}
      hidden={{ postId }}
      toInput={(fields) => ({
        postId,
        ground: fields.text('ground') as RevealGround,
        caseNumber: fields.text('caseNumber'),
        explanation: fields.text('explanation'),
      })}
      then="reload"
      className={formStyles.form}
      label={t('reveal.ask')}
      guarded
    >
      <Select name="ground" label={t('reveal.ground')} defaultValue="AUTHORITY">
        {Object.entries(groundKeys).map(([ground, key]) => (
          <option key={ground} value={ground}>
            {t(key)}
          </option>
        ))}
      </Select>
      <TextField
        name="caseNumber"
        label={t('reveal.caseNumber')}
        hint={t('reveal.caseNumberHint')}
        maxLength={60}
        autoComplete="off"
      />
      <TextArea
        name="explanation"
        label={t('reveal.explanation')}
        hint={t('reveal.explanationHint')}
        rows={4}
        minLength={10}
        maxLength={1000}
      />
      <SubmitButton look="danger">{t('reveal.ask')}</SubmitButton>
    </MutationForm>
  );
}
