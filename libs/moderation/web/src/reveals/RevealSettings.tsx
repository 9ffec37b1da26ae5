import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import {
  DateField,
  formStyles,
  MutationForm,
  SubmitButton,
  TextField,
  TimeText,
  useMessages,
} from '@kundig/web-kit';
import styles from './reveals.module.css';

const SetRevealDelayMutation = graphql(`
  mutation SetRevealDelay($input: SetRevealDelayInput!) {
    setRevealDelay(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const HoldRevealMutation = graphql(`
  mutation HoldReveal($input: HoldRevealInput!) {
    holdReveal(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const UntoldReveal_request = graphql(`
  fragment UntoldReveal_request on RevealRequest {
    id
    caseNumber
    viewedAt
    tellAt
    heldUntil
    holdReason
  }
`);

/** How long after a look the author of a persona is told. @param props.days in force */
export function RevealDelayForm({ days }: { days: number }) {
  const t = useMessages('moderation');
  return (
    <MutationForm
      mutation="setRevealDelay"
      document={SetRevealDelayMutation}
      toInput={(fields) => ({ days: Number(fields.text('days')) })}
      then="reload"
      className={formStyles.form}
      label={t('reveal.delay')}
    >
      <TextField
        name="days"
        type="number"
        label={t('reveal.delay')}
        hint={t('reveal.delayHint')}
        min={0}
        max={365}
        defaultValue={days}
      />
      <SubmitButton>{t('reveal.saveDelay')}</SubmitButton>
    </MutationForm>
  );
}

/** A look whose author is not told yet, and the way to put that off. */
export function UntoldReveal(props: { request: FragmentType<typeof UntoldReveal_request> }) {
  const t = useMessages('moderation');
  const { id, ...request } = readFragment(UntoldReveal_request, props.request);
  return (
    <section aria-labelledby={`untold-${id}`}>
      <h3 id={`untold-${id}`}>{t('reveal.case', { number: request.caseNumber })}</h3>
      <p className={styles.text}>
        {t('reveal.tellAt')} <TimeText at={request.tellAt!} absolute />
      </p>
      {request.heldUntil && (
        <p className={styles.text}>
          <strong>{t('reveal.heldUntil')}</strong> <TimeText at={request.heldUntil} absolute /> ·{' '}
          {request.holdReason}
        </p>
      )}
      <MutationForm
        mutation="holdReveal"
        document={HoldRevealMutation}
        hidden={{ requestId: id }}
        toInput={(fields) => ({
          requestId: id,
          until: fields.optional('until'),
          reason: fields.text('reason'),
        })}
        then="reload"
        className={formStyles.form}
        label={t('reveal.hold')}
      >
        <DateField name="until" label={t('reveal.holdUntil')} hint={t('reveal.holdUntilHint')} optional />
        <TextField
          name="reason"
          label={t('reveal.holdReason')}
          minLength={3}
          maxLength={500}
          autoComplete="off"
        />
        <SubmitButton look="outline">{t('reveal.saveHold')}</SubmitButton>
      </MutationForm>
    </section>
  );
}
