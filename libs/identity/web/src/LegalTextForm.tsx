import { useRef, useState } from 'react';
import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import {
  Checkbox,
  formStyles,
  MutationForm,
  SubmitButton,
  TextArea,
  TextField,
  useMessages,
} from '@kundig/web-kit';
import { FillGapsFields, type BothTexts } from './FillGapsFields.js';

const LegalTextForm_text = graphql(`
  fragment LegalTextForm_text on OperatorText {
    slug
    version
    titleDe
    bodyDe
    titleEn
    bodyEn
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

/** One of the operator's texts in both languages; what is sent is a new version. */
export function LegalTextForm(props: { text: FragmentType<typeof LegalTextForm_text> }) {
  const t = useMessages('identity');
  const { slug, version, titleDe, bodyDe, titleEn, bodyEn } = readFragment(LegalTextForm_text, props.text);
  const [german, english] = [{ language: t('text.german') }, { language: t('text.english') }];
  const [texts, setTexts] = useState<BothTexts>({ de: bodyDe, en: bodyEn });
  const germanBody = useRef<HTMLTextAreaElement>(null);
  const englishBody = useRef<HTMLTextAreaElement>(null);
  const write = ({ de, en }: BothTexts) => {
    type(germanBody.current!, de);
    type(englishBody.current!, en);
  };
  return (
    <MutationForm
      key={version}
      mutation="publishLegalText"
      document={PublishLegalTextMutation}
      hidden={{ slug, replaces: version }}
      toInput={(fields) => ({
        slug,
        replaces: version,
        titleDe: fields.text('titleDe'),
        bodyDe: fields.text('bodyDe'),
        titleEn: fields.text('titleEn'),
        bodyEn: fields.text('bodyEn'),
        material: fields.checked('material'),
        clientKey: fields.clientKey,
      })}
      guarded
      className={formStyles.form}
    >
      <FillGapsFields texts={texts} onFilled={write} />
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
        ref={germanBody}
        onInput={({ currentTarget }) => setTexts((known) => ({ ...known, de: currentTarget.value }))}
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
        ref={englishBody}
        onInput={({ currentTarget }) => setTexts((known) => ({ ...known, en: currentTarget.value }))}
      />
      <Checkbox
        name="material"
        label={t('text.material')}
        hint={t('text.materialHint')}
        optional
        defaultChecked
      />
      <SubmitButton>{t('text.publish')}</SubmitButton>
    </MutationForm>
  );
}

/** Puts a text into a field as if somebody had typed it. */
function type(field: HTMLTextAreaElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
