import { graphql } from '@kundig/api-contract';
import { formStyles, MutationForm, SubmitButton, TextField, useMessages } from '@kundig/web-kit';
import { CurrentPasswordField } from './AccountFields.js';

const BeginSecondFactorMutation = graphql(`
  mutation BeginSecondFactor($input: BeginSecondFactorInput!) {
    beginSecondFactor(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const ConfirmSecondFactorMutation = graphql(`
  mutation ConfirmSecondFactor($input: ConfirmSecondFactorInput!) {
    confirmSecondFactor(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const EndSecondFactorMutation = graphql(`
  mutation EndSecondFactor($input: EndSecondFactorInput!) {
    endSecondFactor(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const ProveSecondFactorMutation = graphql(`
  mutation ProveSecondFactor($input: ProveSecondFactorInput!) {
    proveSecondFactor(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const SignInByCodeMutation = graphql(`
  mutation SignInByCode($input: SignInByCodeInput!) {
    signInByCode(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Six digits, or a recovery code where it may be one; phones offer what an app has copied. */
function CodeField({ recovery = true }: { recovery?: boolean }) {
  const t = useMessages('identity');
  return (
    <TextField
      name="code"
      label={t('factor.code')}
      hint={t(recovery ? 'factor.codeOrRecovery' : 'factor.codeHint')}
      autoComplete="one-time-code"
      inputMode={recovery ? undefined : 'numeric'}
      autoCapitalize="characters"
      spellCheck={false}
      minLength={6}
      maxLength={40}
    />
  );
}

/** Makes a secret and recovery codes; the page shows them next. */
export function BeginSecondFactorForm() {
  const t = useMessages('identity');
  return (
    <MutationForm
      mutation="beginSecondFactor"
      document={BeginSecondFactorMutation}
      toInput={(fields) => ({ currentPassword: fields.text('currentPassword') })}
      then="reload"
      className={formStyles.form}
      label={t('factor.begin')}
    >
      <CurrentPasswordField />
      <SubmitButton>{t('factor.begin')}</SubmitButton>
    </MutationForm>
  );
}

/** Puts what is shown in force by the first code. */
export function ConfirmSecondFactorForm() {
  const t = useMessages('identity');
  return (
    <MutationForm
      mutation="confirmSecondFactor"
      document={ConfirmSecondFactorMutation}
      toInput={(fields) => ({ code: fields.text('code') })}
      then="reload"
      className={formStyles.form}
      label={t('factor.confirm')}
    >
      <CodeField recovery={false} />
      <SubmitButton>{t('factor.confirm')}</SubmitButton>
    </MutationForm>
  );
}

/** Turns it off, by both. */
export function EndSecondFactorForm() {
  const t = useMessages('identity');
  return (
    <MutationForm
      mutation="endSecondFactor"
      document={EndSecondFactorMutation}
      toInput={(fields) => ({
        currentPassword: fields.text('currentPassword'),
        code: fields.text('code'),
      })}
      then="reload"
      className={formStyles.form}
      label={t('factor.end')}
    >
      <CurrentPasswordField />
      <CodeField />
      <SubmitButton look="danger">{t('factor.end')}</SubmitButton>
    </MutationForm>
  );
}

/** Asks for a code once more, before what a browser left open must not do. @param props.next path to go back to */
export function ProveSecondFactorForm({ next }: { next?: string }) {
  const t = useMessages('identity');
  return (
    <MutationForm
      mutation="proveSecondFactor"
      document={ProveSecondFactorMutation}
      hidden={next ? { next } : undefined}
      toInput={(fields) => ({ code: fields.text('code'), next })}
      then="reload"
      className={formStyles.form}
      label={t('factor.prove')}
    >
      <CodeField />
      <SubmitButton>{t('factor.prove')}</SubmitButton>
    </MutationForm>
  );
}

/** Second step of signing in. @param props.ticket of the address to which the first step has led */
export function SignInByCodeForm({ ticket, next }: { ticket: string; next?: string }) {
  const t = useMessages('identity');
  return (
    <MutationForm
      mutation="signInByCode"
      document={SignInByCodeMutation}
      hidden={next ? { ticket, next } : { ticket }}
      toInput={(fields) => ({ ticket, code: fields.text('code'), next })}
      then="reload"
      className={formStyles.form}
      label={t('signIn.title')}
    >
      <CodeField />
      <SubmitButton>{t('signIn.send')}</SubmitButton>
    </MutationForm>
  );
}
