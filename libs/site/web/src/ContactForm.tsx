import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { MutationForm, SubmitButton, TextField, useMessages } from '@kundig/web-kit';
import styles from './forms.module.css';

const ContactForm_settings = graphql(`
  fragment ContactForm_settings on ContactSettings {
    boardId
    phone
    mailTo
    link
    days {
      day
      times
    }
  }
`);

const SaveContactMutation = graphql(`
  mutation SaveContact($input: SaveContactInput!) {
    saveContact(input: $input) {
      ... on SaveContactSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const week = [
  { name: 'monday', label: 'weekday.monday' },
  { name: 'tuesday', label: 'weekday.tuesday' },
  { name: 'wednesday', label: 'weekday.wednesday' },
  { name: 'thursday', label: 'weekday.thursday' },
  { name: 'friday', label: 'weekday.friday' },
  { name: 'saturday', label: 'weekday.saturday' },
  { name: 'sunday', label: 'weekday.sunday' },
] as const;

const LONGEST_WAY = 254;
const LONGEST_PHONE = 40;

/** Ways and hours of the community or of one board. */
export function ContactForm(props: { settings: FragmentType<typeof ContactForm_settings> }) {
  const t = useMessages('site');
  const { boardId, phone, mailTo, link, days } = readFragment(ContactForm_settings, props.settings);
  return (
    <MutationForm
      mutation="saveContact"
      document={SaveContactMutation}
      hidden={boardId ? { boardId } : undefined}
      toInput={(fields) => ({
        boardId,
        phone: fields.optional('phone'),
        mailTo: fields.optional('mailTo'),
        link: fields.optional('link'),
        ...Object.fromEntries(week.map(({ name }) => [name, fields.optional(name)])),
        clientKey: fields.clientKey,
      })}
      className={styles.form}
    >
      <div className={styles.two}>
        <TextField
          name="phone"
          type="tel"
          label={t('contact.phone')}
          optional
          maxLength={LONGEST_PHONE}
          defaultValue={phone ?? undefined}
        />
        <TextField
          name="mailTo"
          type="email"
          label={t('contact.mail')}
          optional
          maxLength={LONGEST_WAY}
          defaultValue={mailTo ?? undefined}
        />
      </div>
      <TextField
        name="link"
        label={t('contact.link')}
        hint={t('contact.linkHint')}
        optional
        maxLength={LONGEST_WAY}
        defaultValue={link ?? undefined}
      />
      <fieldset className={styles.week}>
        <legend>{t('contact.hours')}</legend>
        <p>{t('contact.hoursHint')}</p>
        {week.map(({ name, label }, index) => (
          <TextField
            key={name}
            name={name}
            label={t(label)}
            required={false}
            maxLength={LONGEST_PHONE}
            defaultValue={days[index]?.times ?? undefined}
          />
        ))}
      </fieldset>
      <SubmitButton>{t('settings.save')}</SubmitButton>
    </MutationForm>
  );
}
