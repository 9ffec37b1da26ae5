import { useRef, useState } from 'react';
import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { MutationForm, Select, SubmitButton, TextField, useMessages } from '@kundig/web-kit';
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
const COLOUR = '#[0-9a-fA-F]{6}';

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
      />
      <ColourField
        name="accentColour"
        label={t('settings.accentColour')}
        hint={t('settings.accentColourHint')}
        colour={accentColour}
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

/** A colour as brand books give it, by its number, and beside it as it looks; what is picked there is written here. */
function ColourField(props: { name: string; label: string; hint: string; colour: string }) {
  const { colour, ...field } = props;
  const t = useMessages('site');
  const [shown, setShown] = useState(colour);
  const frame = useRef<HTMLDivElement>(null);
  const pick = (picked: string) => {
    setShown(picked);
    const text = frame.current?.querySelector<HTMLInputElement>('[type="text"]');
    if (text) text.value = picked;
  };
  return (
    <div ref={frame} className={styles.colour}>
      <TextField
        {...field}
        defaultValue={colour}
        onChange={({ currentTarget }) => currentTarget.validity.valid && setShown(currentTarget.value)}
        pattern={COLOUR}
        maxLength={7}
        autoComplete="off"
        spellCheck={false}
      />
      <input
        type="color"
        aria-label={t('settings.pickColour', { name: field.label })}
        value={shown}
        onChange={({ currentTarget }) => pick(currentTarget.value)}
        data-needs-script=""
      />
    </div>
  );
}
