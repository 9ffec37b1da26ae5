import { graphql } from '@kundig/api-contract';
import {
  Checkbox,
  formStyles,
  Link,
  MutationForm,
  SubmitButton,
  useMessages,
  usePageRuntime,
} from '@kundig/web-kit';
import { IncompleteTexts, MailField, NicknameField } from './AccountFields.js';

const SendGuestQuestionMutation = graphql(`
  mutation SendGuestQuestion($input: SendGuestQuestionInput!) {
    sendGuestQuestion(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

interface GuestPersonFormProps {
  token: string;
  /** A nickname nobody has. */
  suggestion: string;
  /** The question will not bear the nickname. */
  isAnonymous: boolean;
  /** Called once it is known who asks. */
  onSent(): void;
}

/** Who a guest wants to be, and where the mail goes that publishes what they have written. */
export function GuestPersonForm({ token, suggestion, isAnonymous, onSent }: GuestPersonFormProps) {
  const t = useMessages('identity');
  const { mailless } = usePageRuntime().site;
  return (
    <MutationForm
      mutation="sendGuestQuestion"
      document={SendGuestQuestionMutation}
      hidden={{ token }}
      toInput={(fields) => ({
        token,
        nickname: fields.text('nickname'),
        mail: fields.text('mail'),
        accept: fields.checked('accept'),
      })}
      onDone={onSent}
      className={formStyles.form}
      label={t('guest.title')}
    >
      <MailField
        label={t('field.businessMail')}
        hint={t(mailless ? 'guest.mailHintMailless' : 'guest.mailHint')}
      />
      <NicknameField
        hint={t(isAnonymous ? 'guest.nicknameHintAnonymous' : 'guest.nicknameHint')}
        suggestion={suggestion}
      />
      <IncompleteTexts />
      <Checkbox
        name="accept"
        label={
          <>
            {t('guest.accept')}{' '}
            <Link to="/terms" newTab>
              {t('register.terms')}
            </Link>
            ,{' '}
            <Link to="/netiquette" newTab>
              {t('register.netiquette')}
            </Link>{' '}
            {t('guest.and')}{' '}
            <Link to="/privacy" newTab>
              {t('register.privacy')}
            </Link>
          </>
        }
      />
      <SubmitButton>{t(mailless ? 'guest.sendMailless' : 'guest.send')}</SubmitButton>
    </MutationForm>
  );
}

const PublishGuestQuestionMutation = graphql(`
  mutation PublishGuestQuestion($input: PublishGuestQuestionInput!) {
    publishGuestQuestion(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Publishes by a click on the page: mail scanners follow links, but they send no forms. */
export function PublishGuestQuestionForm({ token }: { token: string }) {
  const t = useMessages('identity');
  return (
    <MutationForm
      mutation="publishGuestQuestion"
      document={PublishGuestQuestionMutation}
      hidden={{ token }}
      toInput={() => ({ token })}
      then="reload"
      className={formStyles.form}
    >
      <SubmitButton>{t('guest.publish')}</SubmitButton>
    </MutationForm>
  );
}
