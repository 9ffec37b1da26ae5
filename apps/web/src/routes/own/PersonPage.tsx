import { graphql } from '@kundig/api-contract';
import { ChoosePicture } from '@kundig/files/web';
import { PersonForm, StaffProfileForm } from '@kundig/pseudonyms/web';
import {
  Callout,
  Link,
  Narrow,
  Section,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { nextOf } from '../account/next-path.js';

const PersonPageQuery = graphql(`
  query PersonPage {
    viewer {
      speaksAsStaff
      staffProfile {
        ...StaffProfileForm_profile
      }
      member {
        id
        path
        nickname
        realName
        kind
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
  const next = nextOf(url);

  if (!viewer.member) return null;
  return (
    <Narrow>
      <h1>{t('person.title')}</h1>
      {url.searchParams.has('saved') && (
        <Callout tone="done" role="status">
          <p>
            {t('person.saved')}{' '}
            {next ? (
              <Link to={next}>{t('person.back')}</Link>
            ) : (
              <Link to={viewer.member.path}>{t('person.see')}</Link>
            )}
          </p>
        </Callout>
      )}
      {viewer.speaksAsStaff && (
        <Section title={t('person.asStaff')}>
          <p>{t('person.asStaffText')}</p>
          <StaffProfileForm profile={viewer.staffProfile} next={next} />
        </Section>
      )}
      <Section title={t(viewer.speaksAsStaff ? 'person.photoTitle' : 'person.optionalTitle')}>
        <p>{t(viewer.speaksAsStaff ? 'person.photoText' : 'person.text')}</p>
        <PersonForm
          key={ownPerson.picture}
          person={ownPerson}
          member={viewer.member}
          choosePicture={(current) => <ChoosePicture name="picture" current={current} purpose="portrait" />}
        />
      </Section>
    </Narrow>
  );
}
