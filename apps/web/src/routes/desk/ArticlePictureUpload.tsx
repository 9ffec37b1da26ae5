import { UploadPicture } from '@kundig/files/web';
import { useMessages } from '@kundig/web-kit';

/** Hands in the picture of an article. */
export function ArticlePictureUpload({ onUploaded }: { onUploaded(path: string): void }) {
  const t = useMessages('pages');
  return <UploadPicture purpose="article" label={t('desk.uploadPicture')} onUploaded={onUploaded} />;
}
