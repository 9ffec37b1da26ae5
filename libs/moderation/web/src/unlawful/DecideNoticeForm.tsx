import { graphql, type NoticeDecision, type NoticeGround } from '@kundig/api-contract';
import { formStyles, MutationForm, Select, SubmitButton, TextArea, useMessages } from '@kundig/web-kit';

const DecideNoticeMutation = graphql(`
  mutation DecideNotice($input: DecideNoticeInput!) {
    decideNotice(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Hides what a notice is about, or lets it stay, with the reasons both sides are told. */
export function DecideNoticeForm({ noticeId }: { noticeId: string }) {
  const t = useMessages('moderation');
  return (
    <MutationForm
      mutation="decideNotice"
      document={DecideNoticeMutation}
      hidden={{ noticeId }}
      toInput={(fields) => ({
        noticeId,
        decision: fields.text('decision') as NoticeDecision,
        ground: fields.text('ground') as NoticeGround,
        statement: fields.text('statement'),
        clientKey: fields.clientKey,
      })}
      className={formStyles.form}
    >
      <Select name="ground" label={t('unlawful.ground')} defaultValue="LAW">
        <option value="LAW">{t('unlawful.ground.law')}</option>
        <option value="TERMS">{t('unlawful.ground.terms')}</option>
      </Select>
      <TextArea
        name="statement"
        label={t('unlawful.statement')}
        hint={t('unlawful.statementHint')}
        rows={3}
        minLength={10}
        maxLength={400}
      />
      <div className={formStyles.buttons}>
        <SubmitButton name="decision" value="KEEP" look="outline">
          {t('unlawful.keep')}
        </SubmitButton>
        <SubmitButton name="decision" value="REMOVE" look="danger">
          {t('unlawful.remove')}
        </SubmitButton>
      </div>
    </MutationForm>
  );
}
