import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { MutationForm, Select, SubmitButton, TextField, useMessages } from '@kundig/web-kit';
import { ColourField } from './ColourField.js';
import styles from './forms.module.css';

const SiteSettingsForm_settings = graphql(`
  fragment SiteSettingsForm_settings on SiteSettings {
    name
    brandColour
    accentColour
    formOfAddress
  }
`);

const SaveSiteSettingsMutation = graphql(`
  mutation SaveSiteSettings($input: SaveSiteSettingsInput!) {
    saveSiteSettings(input: $input) {
      ... on SaveSiteSettingsSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const LONGEST_NAME = 60;

/** Name, colours and form of address. The page is loaded anew: header and style sheet change with it. */
export function SiteSettingsForm(props: { settings: FragmentType<typeof SiteSettingsForm_settings> }) {
  const t = useMessages('site');
  const { name, brandColour, accentColour, formOfAddress } = readFragment(
    SiteSettingsForm_settings,
    props.settings,
  );
  return (
    <MutationForm
      mutation="saveSiteSettings"
      document={SaveSiteSettingsMutation}
      toInput={(fields) => ({
        name: fields.text('name'),
        brandColour: fields.text('brandColour'),
        accentColour: fields.text('accentColour'),
        formOfAddress: fields.text('formOfAddress') === 'DU' ? ('DU' as const) : ('SIE' as const),
        clientKey: fields.clientKey,
      })}
      then="reload"
      className={styles.form}
      label={t('settings.title')}
    >
      <TextField name="name" label={t('settings.name')} maxLength={LONGEST_NAME} defaultValue={name} />
      <ColourField
        name="brandColour"
        label={t('settings.brandColour')}
        hint={t('settings.brandColourHint')}
        colour={brandColour}
        use="brand"
      />
      <ColourField
        name="accentColour"
        label={t('settings.accentColour')}
        hint={t('settings.accentColourHint')}
        colour={accentColour}
        use="accent"
      />
      <Select
        name="formOfAddress"
        label={t('settings.address')}
        hint={t('settings.addressHint')}
        defaultValue={formOfAddress}
        className={styles.short}
      >
        <option value="SIE">{t('settings.sie')}</option>
        <option value="DU">{t('settings.du')}</option>
      </Select>
      <SubmitButton>{t('settings.save')}</SubmitButton>
    </MutationForm>
  );
}
