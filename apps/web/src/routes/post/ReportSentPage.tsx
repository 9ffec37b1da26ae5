import { LinkButton, useMessages } from '@kundig/web-kit';
import { postActionPage } from './post-action-page.js';

const page = postActionPage({
  title: () => 'reported.title',
  text: 'reported.text',
  isOffered: () => true,
  showsPost: false,
  form: ({ path }) => <BackToThread path={path} />,
});

function BackToThread({ path }: { path: string }) {
  const t = useMessages('pages');
  return (
    <LinkButton to={path} look="outline">
      {t('reported.back')}
    </LinkButton>
  );
}

export const { prefetch } = page;
export default page.default;
