import { useRef, useState, type ComponentType, type ReactNode } from 'react';
import { graphql, readFragment, type FragmentType, type Locale } from '@kundig/api-contract';
import {
  MutationForm,
  Select,
  smallPicture,
  SubmitButton,
  TextArea,
  TextField,
  TimeText,
  useMessages,
  usePageRuntime,
} from '@kundig/web-kit';
import { useArticleDraft } from './use-article-draft.js';
import styles from './forms.module.css';

const ArticleForm_article = graphql(`
  fragment ArticleForm_article on DeskArticle {
    id
    revision
    title
    teaser
    body
    tags
    lang
    translationId
    picture {
      src
      alt
    }
    draft {
      ...ArticleForm_draft
    }
  }
`);

const ArticleForm_draft = graphql(`
  fragment ArticleForm_draft on ArticleDraftObject {
    title
    teaser
    body
    picture
    pictureAlt
    tags
    savedAt
  }
`);

const SaveArticleMutation = graphql(`
  mutation SaveArticle($input: SaveArticleInput!) {
    saveArticle(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** A picture that was handed in; its path tells its size. */
const PICTURE_PATH = /^\/files\/\w+-\d+x\d+$/;

interface ArticleFormProps {
  /** Absent for a new article. */
  article?: FragmentType<typeof ArticleForm_article>;
  /** What a new article is about, where nothing was typed of it before. */
  title?: string;
  /** What was typed of a new article before. */
  draft?: FragmentType<typeof ArticleForm_draft> | null;
  /** Articles that can be named as its translation. */
  others: readonly { id: string; title: string; lang: Locale }[];
  /** The field for the text, which another domain brings: it is given what it begins with. */
  body(defaultValue: string): ReactNode;
  /** What hands in a picture, which another domain brings, too: it tells where the picture is kept. */
  upload: ComponentType<{ onUploaded(path: string): void }>;
}

/** Writes a version of an article. What is typed is kept meanwhile; saving makes a version. */
export function ArticleForm({ title, others, body, upload: Upload, ...props }: ArticleFormProps) {
  const t = useMessages('blog');
  const { locale } = usePageRuntime();
  const article = props.article && readFragment(ArticleForm_article, props.article);
  const draft = readFragment(ArticleForm_draft, article ? article.draft : props.draft);
  const frame = useRef<HTMLDivElement>(null);
  const setPicture = (path: string) => {
    const field = frame.current!.querySelector<HTMLInputElement>('input[name=picture]')!;
    field.value = path;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const kept = useArticleDraft(frame, article?.id);
  const begun = draft ?? article;
  const picture = draft?.picture ?? article?.picture?.src;
  const pictureAlt = draft?.pictureAlt ?? article?.picture?.alt;
  const [shown, setShown] = useState(picture ?? '');
  const tags = draft?.tags ?? article?.tags.join(', ');
  const hidden: Record<string, string> = article
    ? { articleId: article.id, revision: String(article.revision) }
    : {};
  return (
    <MutationForm
      mutation="saveArticle"
      document={SaveArticleMutation}
      hidden={hidden}
      toInput={(fields) => ({
        articleId: article?.id,
        revision: article?.revision,
        title: fields.text('title'),
        teaser: fields.text('teaser'),
        body: fields.text('body'),
        picture: fields.optional('picture'),
        pictureAlt: fields.optional('pictureAlt'),
        tags: fields.text('tags'),
        lang: fields.text('lang') as Locale,
        translationId: fields.optional('translationId'),
        submit: fields.text('submit') === 'true',
        clientKey: fields.clientKey,
      })}
      guarded
      withFile
      className={styles.form}
      label={t('editor.title')}
    >
      <div ref={frame} className={styles.form}>
        {draft && (
          <p className={styles.note}>
            {t('editor.draft')} <TimeText at={draft.savedAt} />
          </p>
        )}
        <TextField
          name="title"
          label={t('editor.heading')}
          defaultValue={begun?.title ?? title}
          minLength={8}
          maxLength={150}
        />
        <TextArea
          name="teaser"
          label={t('editor.teaser')}
          hint={t('editor.teaserHint')}
          defaultValue={begun?.teaser}
          rows={3}
          minLength={20}
          maxLength={400}
        />
        {body(begun?.body ?? '')}
        <Upload onUploaded={setPicture} />
        {PICTURE_PATH.test(shown) && <img src={smallPicture(shown)!} alt="" className={styles.picture} />}
        <div className={styles.two}>
          <TextField
            name="picture"
            label={t('editor.picture')}
            hint={t('editor.pictureHint')}
            defaultValue={picture}
            onInput={(event) => setShown(event.currentTarget.value)}
            maxLength={100}
            optional
          />
          <TextField
            name="pictureAlt"
            label={t('editor.pictureAlt')}
            hint={t('editor.pictureAltHint')}
            defaultValue={pictureAlt}
            maxLength={300}
            required={false}
          />
        </div>
        <div className={styles.two}>
          <Select name="lang" label={t('editor.lang')} defaultValue={article?.lang ?? locale}>
            <option value="de">Deutsch</option>
            <option value="en">English</option>
          </Select>
          <TextField
            name="tags"
            label={t('editor.tags')}
            defaultValue={tags}
            maxLength={160}
            autoComplete="off"
            optional
          />
        </div>
        <Select
          name="translationId"
          label={t('editor.translation')}
          defaultValue={article?.translationId ?? ''}
          optional
        >
          <option value="">{t('editor.noTranslation')}</option>
          {others.map((other) => (
            <option key={other.id} value={other.id} lang={other.lang}>
              {other.title}
            </option>
          ))}
        </Select>
        <div className={styles.actions}>
          <SubmitButton name="submit" value="false" look="outline">
            {t('editor.save')}
          </SubmitButton>
          <SubmitButton name="submit" value="true">
            {t('editor.submit')}
          </SubmitButton>
          <span className={styles.note} role="status">
            {kept === 'kept' && t('editor.kept')}
          </span>
        </div>
      </div>
    </MutationForm>
  );
}
