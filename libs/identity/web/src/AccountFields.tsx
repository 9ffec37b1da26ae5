import { Callout, Checkbox, Link, TextField, useMessages, usePageRuntime } from '@kundig/web-kit';

/** The mail address of a new account. */
export function MailField({ label, hint }: { label: string; hint: string }) {
  return (
    <TextField name="mail" type="email" label={label} hint={hint} autoComplete="email" maxLength={254} />
  );
}

/** Blanks around it are taken off by the server. */
const ONE_WORD = '\\s*\\S+\\s*';

/** The name one is known by; browsers must not fill in the real one. */
export function NicknameField({ hint, suggestion }: { hint: string; suggestion?: string }) {
  const t = useMessages('identity');
  return (
    <TextField
      name="nickname"
      label={t('field.nickname')}
      hint={`${hint} ${t('field.nicknameRule')}`}
      title={t('field.nicknameRule')}
      pattern={ONE_WORD}
      defaultValue={suggestion}
      autoComplete="off"
      minLength={3}
      maxLength={30}
    />
  );
}

/** A password somebody chooses now. */
export function NewPasswordField({ label }: { label: string }) {
  const t = useMessages('identity');
  return (
    <TextField
      name="password"
      type="password"
      label={label}
      hint={t('register.passwordHint')}
      autoComplete="new-password"
      minLength={8}
      maxLength={256}
    />
  );
}

/** Asks whoever sits at the open browser to be the member. */
export function CurrentPasswordField() {
  const t = useMessages('identity');
  return (
    <TextField
      name="currentPassword"
      type="password"
      label={t('own.currentPassword')}
      autoComplete="current-password"
      maxLength={256}
    />
  );
}

/** Warns whoever is about to agree to texts that the operator has not finished; nothing where they are. */
export function IncompleteTexts() {
  const t = useMessages('identity');
  const { textsIncomplete } = usePageRuntime().site;
  return textsIncomplete ? (
    <Callout tone="waiting">
      <p>{t('texts.incomplete')}</p>
    </Callout>
  ) : null;
}

/** The texts every new member agrees to. */
export function AcceptTexts() {
  const t = useMessages('identity');
  return (
    <>
      <IncompleteTexts />
      <Checkbox
        name="acceptNetiquette"
        label={
          <>
            {t('register.acceptNetiquette')}{' '}
            <Link to="/terms" newTab>
              {t('register.terms')}
            </Link>{' '}
            {t('register.and')}{' '}
            <Link to="/netiquette" newTab>
              {t('register.netiquette')}
            </Link>
          </>
        }
      />
      <Checkbox
        name="acceptPrivacy"
        label={
          <>
            {t('register.acceptPrivacy')}{' '}
            <Link to="/privacy" newTab>
              {t('register.privacy')}
            </Link>
          </>
        }
      />
    </>
  );
}
