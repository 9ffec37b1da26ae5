import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Link, Sheet, TitleText, useMessages } from '@kundig/web-kit';
import styles from './RecommendedHit.module.css';

const RecommendedHit_answer = graphql(`
  fragment RecommendedHit_answer on RecommendedAnswer {
    title
    path
    lang
  }
`);

/** The answer that staff has chosen for a search, above everything that was found. */
export function RecommendedHit(props: { answer: FragmentType<typeof RecommendedHit_answer> }) {
  const t = useMessages('search');
  const { title, path, lang } = readFragment(RecommendedHit_answer, props.answer);
  return (
    <Sheet className={styles.answer}>
      <p>{t('recommended.mark')}</p>
      <h2 lang={lang}>
        <Link to={path}>
          <TitleText text={title} />
        </Link>
      </h2>
    </Sheet>
  );
}
