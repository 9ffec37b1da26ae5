import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import {
  Checkbox,
  formStyles,
  MutationForm,
  SubmitButton,
  TextArea,
  TextField,
  useMessages,
  type FormFields,
} from '@kundig/web-kit';
import styles from './LegalTextForm.module.css';
import { LegalTextPreview } from './LegalTextPreview.js';
import { TextQuestionFields } from './TextQuestionFields.js';

const LegalTextForm_text = graphql(`
  fragment LegalTextForm_text on OperatorText {
    slug
    version
    titleDe
    bodyDe
    titleEn
    bodyEn
    questions {
      gap
      ...TextQuestionFields_question
    }
    template {
      titleDe
      bodyDe
      titleEn
      bodyEn
      questions {
        gap
        ...TextQuestionFields_question
      }
    }
  }
`);

const PublishLegalTextMutation = graphql(`
  mutation PublishLegalText($input: PublishLegalTextInput!) {
    publishLegalText(input: $input) {
      ... on PublishLegalTextSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const LONGEST_TITLE = 80;
const LONGEST_BODY = 30_000;
const ROWS = 16;

interface LegalTextFormProps {
  text: FragmentType<typeof LegalTextForm_text>;
  /** Begins with the template and its questions, whatever is in force. */
  fromTemplate?: boolean;
}

/**
 * One of the operator's texts in both languages; what is sent is a new version. The gaps are asked for; the text itself
 * is there for those who want to change its words.
 */
export function LegalTextForm({ fromTemplate = false, ...props }: LegalTextFormProps) {
  const t = useMessages('identity');
  const text = readFragment(LegalTextForm_text, props.text);
  const { slug, version } = text;
  const { titleDe, bodyDe, titleEn, bodyEn, questions } = (fromTemplate && text.template) || text;
  const [german, english] = [{ language: t('text.german') }, { language: t('text.english') }];
  const toInput = (fields: FormFields) => ({
    slug,
    replaces: version,
    titleDe: fields.text('titleDe'),
    bodyDe: fields.text('bodyDe'),
    titleEn: fields.text('titleEn'),
    bodyEn: fields.text('bodyEn'),
    material: fields.checked('material'),
    gaps: fields.all('gaps'),
    answersDe: fields.all('answersDe'),
    answersEn: fields.all('answersEn'),
    notApplicable: fields.all('notApplicable'),
    withGaps: fields.checked('withGaps'),
    clientKey: fields.clientKey,
  });
  return (
    <MutationForm
      key={fromTemplate ? `${version} anew` : version}
      mutation="publishLegalText"
      document={PublishLegalTextMutation}
      hidden={{ slug, replaces: version }}
      toInput={toInput}
      guarded
      className={formStyles.form}
    >
      <TextQuestionFields questions={questions} anew={fromTemplate} />
      <details className={styles.words} open={questions.length === 0}>
        <summary>{t('text.words')}</summary>
        <div className={formStyles.form}>
          <TextField
            name="titleDe"
            label={t('text.title', german)}
            maxLength={LONGEST_TITLE}
            defaultValue={titleDe}
          />
          <TextArea
            name="bodyDe"
            label={t('text.body', german)}
            hint={t('text.bodyHint')}
            rows={ROWS}
            maxLength={LONGEST_BODY}
            defaultValue={bodyDe}
          />
          <TextField
            name="titleEn"
            label={t('text.title', english)}
            maxLength={LONGEST_TITLE}
            defaultValue={titleEn}
          />
          <TextArea
            name="bodyEn"
            label={t('text.body', english)}
            rows={ROWS}
            maxLength={LONGEST_BODY}
            defaultValue={bodyEn}
          />
        </div>
      </details>
      <LegalTextPreview toInput={toInput} />
      <Checkbox
        name="material"
        label={t('text.material')}
        hint={t('text.materialHint')}
        optional
        defaultChecked
      />
      <Checkbox name="withGaps" label={t('text.withGaps')} hint={t('text.withGapsHint')} optional />
      <SubmitButton>{t('text.publish')}</SubmitButton>
    </MutationForm>
  );
}
