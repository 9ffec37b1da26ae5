import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import {
  Facts,
  formStyles,
  Link,
  MutationForm,
  Select,
  SubmitButton,
  TextField,
  TimeText,
  useMessages,
} from '@kundig/web-kit';
import styles from './ExpertForms.module.css';

const AppointExpertMutation = graphql(`
  mutation AppointExpert($input: AppointExpertInput!) {
    appointExpert(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const EndExpertMutation = graphql(`
  mutation EndExpert($input: EndExpertInput!) {
    endExpert(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const terms = [3, 6, 12, 24];
const USUAL_TERM = 12;

/** Makes a member an expert of a board for a term. */
export function AppointExpertForm({ boards }: { boards: readonly { id: string; name: string }[] }) {
  const t = useMessages('moderation');
  return (
    <MutationForm
      mutation="appointExpert"
      document={AppointExpertMutation}
      toInput={(fields) => ({
        nickname: fields.text('nickname'),
        boardId: fields.text('boardId'),
        reason: fields.text('reason'),
        months: Number(fields.text('months')),
      })}
      className={formStyles.form}
      label={t('expert.appoint')}
    >
      <div className={formStyles.two}>
        <TextField name="nickname" label={t('expert.nickname')} maxLength={80} />
        <Select name="boardId" label={t('expert.board')} defaultValue="">
          <option value="" disabled>
            {t('expert.chooseBoard')}
          </option>
          {boards.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </div>
      <div className={formStyles.two}>
        <TextField name="reason" label={t('expert.reason')} maxLength={500} />
        <Select name="months" label={t('expert.term')} defaultValue={String(USUAL_TERM)}>
          {terms.map((months) => (
            <option key={months} value={months}>
              {t('expert.months', { count: months })}
            </option>
          ))}
        </Select>
      </div>
      <SubmitButton>{t('expert.appoint')}</SubmitButton>
    </MutationForm>
  );
}

const ExpertItem_expert = graphql(`
  fragment ExpertItem_expert on Expert {
    id
    reason
    endsAt
    member {
      nickname
      path
    }
    board {
      name
      path
    }
  }
`);

/** An expert with reason and term, and the way to end it. */
export function ExpertItem(props: { expert: FragmentType<typeof ExpertItem_expert> }) {
  const t = useMessages('moderation');
  const { id, reason, endsAt, member, board } = readFragment(ExpertItem_expert, props.expert);
  return (
    <article className={styles.expert}>
      <h3>
        <Link to={member.path}>{member.nickname}</Link> · <Link to={board.path}>{board.name}</Link>
      </h3>
      <Facts>
        <span>{reason}</span>
        <span>
          {t('expert.until')} <TimeText at={endsAt} dateOnly />
        </span>
      </Facts>
      <details className={styles.ending}>
        <summary>{t('expert.ending')}</summary>
        <MutationForm
          mutation="endExpert"
          document={EndExpertMutation}
          hidden={{ expertId: id }}
          toInput={(fields) => ({ expertId: id, reason: fields.text('reason') })}
          className={formStyles.form}
          inline
        >
          <TextField name="reason" label={t('expert.endReason')} maxLength={500} />
          <SubmitButton look="danger" size="small">
            {t('expert.end')}
          </SubmitButton>
        </MutationForm>
      </details>
    </article>
  );
}
