import type { ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import {
  Avatar,
  Checkbox,
  faceOf,
  MutationForm,
  SubmitButton,
  TextField,
  useMessages,
  type Face,
} from '@kundig/web-kit';
import styles from './PersonForm.module.css';

const PersonForm_person = graphql(`
  fragment PersonForm_person on OwnPerson {
    picture
    about
    mark
    markConfirmed
  }
`);

const SavePersonMutation = graphql(`
  mutation SavePerson($input: SavePersonInput!) {
    savePerson(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

interface PersonFormProps {
  person: FragmentType<typeof PersonForm_person>;
  /** The member as others see it so far. */
  member: Face & { readonly nickname: string; readonly realName?: string | null };
  /** Field `picture`: chooses a picture in place of the one shown. */
  choosePicture(current: string): ReactNode;
}

/** What a member shows of themselves; everything may stay empty. */
export function PersonForm({ member, choosePicture, ...props }: PersonFormProps) {
  const t = useMessages('pseudonyms');
  const { picture, about, mark, markConfirmed } = readFragment(PersonForm_person, props.person);
  return (
    <MutationForm
      mutation="savePerson"
      document={SavePersonMutation}
      toInput={(fields) => ({
        picture: fields.optional('picture'),
        about: fields.optional('about'),
        mark: fields.optional('mark'),
        withoutPicture: fields.checked('withoutPicture'),
        clientKey: fields.clientKey,
      })}
      withFile
      className={styles.form}
      label={t('person.title')}
    >
      <div className={styles.picture}>
        <Avatar {...faceOf({ ...member, picture }, member.realName ?? member.nickname)} size={72} />
        {choosePicture(picture ?? '')}
      </div>
      {picture && <Checkbox name="withoutPicture" label={t('person.withoutPicture')} optional />}
      <TextField
        name="about"
        label={t('person.about')}
        hint={t('person.aboutHint')}
        defaultValue={about ?? undefined}
        maxLength={200}
        optional
      />
      <TextField
        name="mark"
        label={t('person.mark')}
        hint={t(mark ? (markConfirmed ? 'person.markConfirmed' : 'person.markWaits') : 'person.markHint')}
        defaultValue={mark ?? undefined}
        maxLength={40}
        autoComplete="organization"
        optional
      />
      <p className={styles.note}>{t('person.neverAnonymous')}</p>
      <div>
        <SubmitButton>{t('person.save')}</SubmitButton>
      </div>
    </MutationForm>
  );
}
