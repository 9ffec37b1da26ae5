import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import {
  formStyles,
  MutationForm,
  SubmitButton,
  TextArea,
  TextField,
  useMessages,
  usePageRuntime,
} from '@kundig/web-kit';
import styles from '../forms.module.css';

const QuestionFieldForms_board = graphql(`
  fragment QuestionFieldForms_board on BoardSettings {
    id
    questionFields {
      id
      labelDe
      labelEn
      choices
    }
  }
`);

const SaveQuestionFieldMutation = graphql(`
  mutation SaveQuestionField($input: SaveQuestionFieldInput!) {
    saveQuestionField(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const RemoveQuestionFieldMutation = graphql(`
  mutation RemoveQuestionField($input: QuestionFieldInput!) {
    removeQuestionField(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const MOST_FIELDS = 3;

interface Field {
  id: string;
  labelDe: string;
  labelEn: string;
  choices: readonly string[];
}

/** What a board asks beside the question: each field a small form, and one for the next. */
export function QuestionFieldForms(props: { board: FragmentType<typeof QuestionFieldForms_board> }) {
  const t = useMessages('administration');
  const { locale } = usePageRuntime();
  const { id, questionFields } = readFragment(QuestionFieldForms_board, props.board);
  return (
    <>
      {questionFields.map((field) => (
        <details key={field.id} className={styles.card}>
          <summary>{locale === 'en' ? field.labelEn : field.labelDe}</summary>
          <FieldForm boardId={id} field={field} />
          <MutationForm
            mutation="removeQuestionField"
            document={RemoveQuestionFieldMutation}
            hidden={{ id, field: field.id }}
            toInput={({ clientKey }) => ({ id, field: field.id, clientKey })}
            inline
          >
            <SubmitButton look="danger" size="small">
              {t('field.remove')}
            </SubmitButton>
          </MutationForm>
        </details>
      ))}
      {questionFields.length < MOST_FIELDS && (
        <details className={styles.card} open={questionFields.length === 0}>
          <summary>{t('field.new')}</summary>
          <FieldForm key={questionFields.length} boardId={id} />
        </details>
      )}
    </>
  );
}

function FieldForm({ boardId, field }: { boardId: string; field?: Field }) {
  const t = useMessages('administration');
  return (
    <MutationForm
      mutation="saveQuestionField"
      document={SaveQuestionFieldMutation}
      hidden={{ id: boardId, ...(field && { field: field.id }) }}
      toInput={(fields) => ({
        id: boardId,
        field: field?.id,
        labelDe: fields.text('labelDe'),
        labelEn: fields.text('labelEn'),
        choices: fields.optional('choices'),
        clientKey: fields.clientKey,
      })}
      className={formStyles.form}
      label={field?.labelDe ?? t('field.new')}
    >
      <div className={formStyles.two}>
        <TextField
          name="labelDe"
          label={t('field.labelDe')}
          defaultValue={field?.labelDe}
          minLength={2}
          maxLength={40}
          autoComplete="off"
        />
        <TextField
          name="labelEn"
          label={t('field.labelEn')}
          defaultValue={field?.labelEn}
          minLength={2}
          maxLength={40}
          autoComplete="off"
        />
      </div>
      <TextArea
        name="choices"
        label={t('field.choices')}
        hint={t('field.choicesHint')}
        defaultValue={field?.choices.join('\n')}
        rows={3}
        maxLength={2440}
        optional
      />
      <SubmitButton look="outline">{t(field ? 'field.save' : 'field.add')}</SubmitButton>
    </MutationForm>
  );
}
