import { graphql } from '@kundig/api-contract';
import { ChoosePicture } from '@kundig/files/web';
import { PersonForm } from '@kundig/pseudonyms/web';
import {
  Link,
  Narrow,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import styles from './OwnPages.module.css';

const PersonPageQuery = graphql(`
  query PersonPage {
    viewer {
      member {
        id
        path
        pictureSeed
      }
    }
    ownPerson {
      picture
      ...PersonForm_person
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(PersonPageQuery, {});
  return { title: messages('pages')('person.title'), noindex: true };
}

export default function PersonPage({ url }: PageProps) {
  const t = useMessages('pages');
  const { viewer, ownPerson } = usePageQuery(PersonPageQuery, {});

  if (!viewer.member) return null;
  return (
    <Narrow>
      <h1>{t('person.title')}</h1>
      {url.searchParams.has('saved') && (
        <p className={styles.saved} role="status">
          {t('person.saved')} <Link to={viewer.member.path}>{t('person.see')}</Link>
        </p>
      )}
      <p>{t('person.text')}</p>
      <PersonForm
        key={ownPerson.picture}
        person={ownPerson}
        pictureSeed={viewer.member.pictureSeed}
        choosePicture={(current) => <ChoosePicture name="picture" current={current} purpose="portrait" />}
      />
    </Narrow>
  );
}
