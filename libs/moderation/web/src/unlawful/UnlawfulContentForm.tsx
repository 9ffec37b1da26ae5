import { graphql, type NoticeMatter } from '@kundig/api-contract';
import {
  Checkbox,
  formStyles,
  MutationForm,
  Select,
  SubmitButton,
  TextArea,
  TextField,
  Trap,
  useMessages,
} from '@kundig/web-kit';

const ReportUnlawfulContentMutation = graphql(`
  mutation ReportUnlawfulContent($input: ReportUnlawfulContentInput!) {
    reportUnlawfulContent(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const matters = [
  ['INSULT', 'unlawful.matter.insult'],
  ['HATE', 'unlawful.matter.hate'],
  ['PRIVACY', 'unlawful.matter.privacy'],
  ['PROPERTY', 'unlawful.matter.property'],
  ['FRAUD', 'unlawful.matter.fraud'],
  ['CHILD_ABUSE', 'unlawful.matter.childAbuse'],
  ['OTHER', 'unlawful.matter.other'],
] as const;

/** Notifies the operator of unlawful content, without an account. @param address where it stands, as far as it is known */
export function UnlawfulContentForm({ address }: { address?: string }) {
  const t = useMessages('moderation');
  return (
    <MutationForm
      mutation="reportUnlawfulContent"
      document={ReportUnlawfulContentMutation}
      toInput={(fields) => ({
        addresses: fields.text('addresses'),
        matter: fields.text('matter') as NoticeMatter,
        explanation: fields.text('explanation'),
        name: fields.optional('name'),
        mail: fields.optional('mail'),
        acceptGoodFaith: fields.checked('acceptGoodFaith'),
        website: fields.optional('website'),
      })}
      className={formStyles.form}
      guarded
    >
      <TextArea
        name="addresses"
        label={t('unlawful.addresses')}
        hint={t('unlawful.addressesHint')}
        rows={2}
        maxLength={4000}
        defaultValue={address}
        autoComplete="off"
      />
      <Select name="matter" label={t('unlawful.matter')} defaultValue="">
        <option value="" disabled>
          {t('report.choose')}
        </option>
        {matters.map(([value, key]) => (
          <option key={value} value={value}>
            {t(key)}
          </option>
        ))}
      </Select>
      <TextArea
        name="explanation"
        label={t('unlawful.explanation')}
        hint={t('unlawful.explanationHint')}
        rows={7}
        minLength={20}
        maxLength={5000}
      />
      <TextField
        name="name"
        label={t('unlawful.name')}
        hint={t('unlawful.nameHint')}
        maxLength={120}
        autoComplete="name"
        required={false}
      />
      <TextField
        name="mail"
        type="email"
        label={t('unlawful.mail')}
        hint={t('unlawful.mailHint')}
        maxLength={254}
        autoComplete="email"
        required={false}
      />
      <Checkbox name="acceptGoodFaith" label={t('unlawful.goodFaith')} />
      <Trap />
      <SubmitButton>{t('unlawful.send')}</SubmitButton>
    </MutationForm>
  );
}
