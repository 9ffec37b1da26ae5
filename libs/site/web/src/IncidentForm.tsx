import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { DateField, MutationForm, SubmitButton, TextArea, TextField, useMessages } from '@kundig/web-kit';
import styles from './forms.module.css';

const IncidentForm_settings = graphql(`
  fragment IncidentForm_settings on SiteSettings {
    incident {
      textDe
      textEn
      link
      startsAt
      endsAt
      pending
    }
  }
`);

const IncidentForm_hint = graphql(`
  fragment IncidentForm_hint on IncidentHint {
    textDe
    textEn
    thread {
      id
      path
    }
  }
`);

const AnnounceIncidentMutation = graphql(`
  mutation AnnounceIncident($input: AnnounceIncidentInput!) {
    announceIncident(input: $input) {
      ... on AnnounceIncidentSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const LONGEST_TEXT = 400;
const LONGEST_LINK = 500;

interface IncidentFormProps {
  settings: FragmentType<typeof IncidentForm_settings>;
  /** What a new notice begins with. */
  hint?: FragmentType<typeof IncidentForm_hint>;
}

/** Announces an incident, or says what is new about the one that lasts. */
export function IncidentForm(props: IncidentFormProps) {
  const t = useMessages('site');
  const { incident } = readFragment(IncidentForm_settings, props.settings);
  const hint = props.hint && readFragment(IncidentForm_hint, props.hint);
  const lasting = incident?.pending ? incident : null;
  return (
    <MutationForm
      mutation="announceIncident"
      document={AnnounceIncidentMutation}
      toInput={(fields) => ({
        textDe: fields.text('textDe'),
        textEn: fields.text('textEn'),
        link: fields.optional('link'),
        startsAt: fields.optional('startsAt'),
        endsAt: fields.optional('endsAt'),
        clientKey: fields.clientKey,
      })}
      className={styles.form}
      label={t('incident.title')}
    >
      <div className={styles.two}>
        <TextArea
          name="textDe"
          label={t('incident.textDe')}
          hint={t('incident.textHint')}
          rows={3}
          maxLength={LONGEST_TEXT}
          defaultValue={lasting?.textDe ?? hint?.textDe}
        />
        <TextArea
          name="textEn"
          label={t('incident.textEn')}
          rows={3}
          maxLength={LONGEST_TEXT}
          defaultValue={lasting?.textEn ?? hint?.textEn}
        />
      </div>
      <TextField
        name="link"
        label={t('incident.link')}
        hint={t('incident.linkHint')}
        optional
        maxLength={LONGEST_LINK}
        defaultValue={lasting ? (lasting.link ?? undefined) : hint?.thread.path}
      />
      <div className={styles.two}>
        <DateField
          name="startsAt"
          withTime
          label={t('incident.startsAt')}
          hint={t('incident.startsAtHint')}
          optional
          defaultValue={lasting?.startsAt}
        />
        <DateField
          name="endsAt"
          withTime
          label={t('incident.endsAt')}
          hint={t('incident.endsAtHint')}
          optional
          defaultValue={lasting?.endsAt ?? undefined}
        />
      </div>
      <SubmitButton>{t(lasting ? 'incident.update' : 'incident.announce')}</SubmitButton>
    </MutationForm>
  );
}
