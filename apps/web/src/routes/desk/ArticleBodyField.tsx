import { AttachFiles } from '@kundig/files/web';
import { MarkdownField } from '@kundig/forum/web';
import { useMessages } from '@kundig/web-kit';

/** The text of an article: the field in which posts are written, only longer, with pictures in the text. */
export function ArticleBodyField({ defaultValue }: { defaultValue: string }) {
  const t = useMessages('pages');
  return (
    <MarkdownField
      label={t('desk.articleBody')}
      rows={22}
      defaultValue={defaultValue}
      attachments={<AttachFiles purpose="article" />}
    />
  );
}
