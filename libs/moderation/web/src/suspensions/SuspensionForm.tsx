import { formStyles, MutationForm, SubmitButton, type ToggleWay, useMessages } from '@kundig/web-kit';
import { ReasonField } from '../care/ReasonField.js';
import { SuspensionFields, suspensionIn } from './SuspensionFields.js';
import { SuspensionNote, type SuspensionNoteData } from './SuspensionNote.js';

interface SuspensionFormProps<Subject, Suspended, Lifted> {
  /** Who is meant, as both mutations name them. */
  subject: Subject;
  /** The one in force, which the form lifts. */
  suspension: SuspensionNoteData | null | undefined;
  suspend: ToggleWay<Suspended, { input: Subject & ReturnType<typeof suspensionIn> }>;
  lift: ToggleWay<Lifted, { input: Subject & { reason?: string | null; clientKey?: string | null } }>;
}

/** Keeps somebody from writing, or lets them again; by what they are named is the caller's. */
export function SuspensionForm<
  Subject extends Record<string, string>,
  Suspended extends object,
  Lifted extends object,
>({ subject, suspension, suspend, lift }: SuspensionFormProps<Subject, Suspended, Lifted>) {
  const t = useMessages('moderation');
  return suspension ? (
    <>
      <SuspensionNote suspension={suspension} />
      <MutationForm
        key="lift"
        {...lift}
        hidden={subject}
        toInput={(fields) => ({
          ...subject,
          reason: fields.optional('reason'),
          clientKey: fields.clientKey,
        })}
        className={formStyles.form}
        label={t('suspend.lift')}
      >
        <ReasonField />
        <SubmitButton look="outline">{t('suspend.lift')}</SubmitButton>
      </MutationForm>
    </>
  ) : (
    <MutationForm
      key="suspend"
      {...suspend}
      hidden={subject}
      toInput={(fields) => ({ ...subject, ...suspensionIn(fields) })}
      className={formStyles.form}
      label={t('suspend.send')}
    >
      <SuspensionFields />
      <SubmitButton look="danger">{t('suspend.send')}</SubmitButton>
    </MutationForm>
  );
}
