import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import {
  formStyles,
  MutationForm,
  SubmitButton,
  TextField,
  TimeText,
  useMessages,
  type PersonalLink,
} from '@kundig/web-kit';
import styles from '../forms.module.css';
import { ConfirmRegistrationMutation, LONGEST } from './OutboxForms.js';

const UnreachedPeople_newcomer = graphql(`
  fragment UnreachedPeople_newcomer on UnreachedNewcomer {
    mail
    since
    several
  }
`);

const UnreachedPeople_guest = graphql(`
  fragment UnreachedPeople_guest on UnreachedGuest {
    id
    mail
    since
  }
`);

const ReleaseGuestQuestionMutation = graphql(`
  mutation ReleaseGuestQuestion($input: ReleaseGuestQuestionInput!) {
    releaseGuestQuestion(input: $input) {
      ... on ReleaseGuestQuestionSuccess {
        path
        links {
          mail
          url
        }
      }
      ...Refusal_error
    }
  }
`);

/** Whom no mail has reached, each with the way to let them in nevertheless. */
export function UnreachedPeople(props: {
  newcomers: readonly FragmentType<typeof UnreachedPeople_newcomer>[];
  guests: readonly FragmentType<typeof UnreachedPeople_guest>[];
  /** Called with the link by which the writer of a question that was released chooses a password. */
  onReleased(links: readonly PersonalLink[]): void;
}) {
  const t = useMessages('administration');
  const newcomers = readFragment(UnreachedPeople_newcomer, props.newcomers);
  const guests = readFragment(UnreachedPeople_guest, props.guests);
  return (
    <ul className={styles.rows}>
      {newcomers.map(({ mail, since, several }) => (
        <li key={mail}>
          <div>
            <strong>{mail}</strong>
            <p className={styles.facts}>
              {t('outbox.registered')} <TimeText at={since} />
            </p>
          </div>
          <MutationForm
            mutation="confirmRegistration"
            document={ConfirmRegistrationMutation}
            hidden={{ mail }}
            toInput={(fields) => ({
              mail,
              nickname: fields.optional('nickname'),
              clientKey: fields.clientKey,
            })}
            inline={!several}
            className={several ? formStyles.form : undefined}
          >
            {several && (
              <TextField
                name="nickname"
                label={t('outbox.confirmNickname')}
                hint={t('outbox.several')}
                maxLength={LONGEST.nickname}
                autoComplete="off"
              />
            )}
            <SubmitButton size="small" look="outline" aria-label={t('outbox.confirmOf', { mail })}>
              {t('outbox.confirm')}
            </SubmitButton>
          </MutationForm>
        </li>
      ))}
      {guests.map(({ id, mail, since }) => (
        <li key={id}>
          <div>
            <strong>{mail}</strong>
            <p className={styles.facts}>
              {t('outbox.askedAsGuest')} <TimeText at={since} />
            </p>
          </div>
          <MutationForm
            mutation="releaseGuestQuestion"
            document={ReleaseGuestQuestionMutation}
            hidden={{ question: id }}
            toInput={() => ({ question: id })}
            onDone={({ releaseGuestQuestion: released }) =>
              'links' in released && props.onReleased(released.links)
            }
            inline
          >
            <SubmitButton size="small" look="outline" aria-label={t('outbox.releaseOf', { mail })}>
              {t('outbox.release')}
            </SubmitButton>
          </MutationForm>
        </li>
      ))}
    </ul>
  );
}
