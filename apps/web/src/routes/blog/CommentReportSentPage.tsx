import { LinkButton, useMessages } from '@kundig/web-kit';
import { commentActionPage } from './comment-action-page.js';

const page = commentActionPage({
  title: () => 'reported.title',
  text: 'blog.reportedText',
  isOffered: () => true,
  showsComment: false,
  form: ({ path }) => <BackToArticle path={path} />,
});

function BackToArticle({ path }: { path: string }) {
  const t = useMessages('pages');
  return (
    <p>
      <LinkButton to={path}>{t('blog.backToArticle')}</LinkButton>
    </p>
  );
}

export const { prefetch } = page;
export default page.default;
