import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import {
  Checkbox,
  DateField,
  MutationForm,
  SubmitButton,
  TextArea,
  TextField,
  useMessages,
} from '@kundig/web-kit';
import type { ReactNode } from 'react';
import styles from './forms.module.css';

const OfferForm_offer = graphql(`
  fragment OfferForm_offer on OfferSettings {
    shown
    titleDe
    titleEn
    textDe
    textEn
    link
    picture
    pictureAltDe
    pictureAltEn
    startsAt
    endsAt
  }
`);

const SaveOfferMutation = graphql(`
  mutation SaveOffer($input: SaveOfferInput!) {
    saveOffer(input: $input) {
      ... on SaveOfferSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const LONGEST = { title: 80, text: 400, link: 500, alt: 200 } as const;

interface OfferFormProps {
  /** Null as long as nobody has written one. */
  offer: FragmentType<typeof OfferForm_offer> | null | undefined;
  /** Field `picture`: chooses a picture in place of the one shown. */
  choosePicture(current: string): ReactNode;
}

/** The one offer of the home page. */
export function OfferForm({ choosePicture, ...props }: OfferFormProps) {
  const t = useMessages('site');
  const offer = props.offer ? readFragment(OfferForm_offer, props.offer) : null;
  const picture = offer?.picture ?? null;
  return (
    <MutationForm
      mutation="saveOffer"
      document={SaveOfferMutation}
      toInput={(fields) => ({
        shown: fields.checked('shown'),
        ...{ titleDe: fields.text('titleDe'), titleEn: fields.text('titleEn') },
        ...{ textDe: fields.text('textDe'), textEn: fields.text('textEn') },
        link: fields.text('link'),
        picture: fields.optional('picture'),
        pictureAltDe: fields.optional('pictureAltDe'),
        pictureAltEn: fields.optional('pictureAltEn'),
        withoutPicture: fields.checked('withoutPicture'),
        startsAt: fields.optional('startsAt'),
        endsAt: fields.optional('endsAt'),
        clientKey: fields.clientKey,
      })}
      withFile
      className={styles.form}
      label={t('offer.title')}
    >
      <Checkbox
        name="shown"
        look="switch"
        label={t('offer.shown')}
        hint={t('offer.shownHint')}
        defaultChecked={offer?.shown ?? true}
        optional
      />
      <div className={styles.two}>
        <TextField
          name="titleDe"
          label={t('offer.titleDe')}
          maxLength={LONGEST.title}
          defaultValue={offer?.titleDe}
        />
        <TextField
          name="titleEn"
          label={t('offer.titleEn')}
          maxLength={LONGEST.title}
          defaultValue={offer?.titleEn}
        />
        <TextArea
          name="textDe"
          label={t('offer.textDe')}
          rows={4}
          maxLength={LONGEST.text}
          defaultValue={offer?.textDe}
        />
        <TextArea
          name="textEn"
          label={t('offer.textEn')}
          rows={4}
          maxLength={LONGEST.text}
          defaultValue={offer?.textEn}
        />
      </div>
      <TextField
        name="link"
        type="url"
        label={t('offer.link')}
        hint={t('offer.linkHint')}
        maxLength={LONGEST.link}
        defaultValue={offer?.link}
      />
      <fieldset className={styles.group}>
        <legend>{t('offer.picture')}</legend>
        {choosePicture(picture ?? '')}
        <div className={styles.two}>
          <TextField
            name="pictureAltDe"
            label={t('offer.pictureAltDe')}
            optional
            maxLength={LONGEST.alt}
            defaultValue={offer?.pictureAltDe ?? undefined}
          />
          <TextField
            name="pictureAltEn"
            label={t('offer.pictureAltEn')}
            optional
            maxLength={LONGEST.alt}
            defaultValue={offer?.pictureAltEn ?? undefined}
          />
        </div>
        {picture && <Checkbox name="withoutPicture" label={t('offer.withoutPicture')} optional />}
      </fieldset>
      <div className={styles.two}>
        <DateField
          name="startsAt"
          withTime
          label={t('offer.startsAt')}
          hint={t('offer.startsAtHint')}
          optional
          defaultValue={offer?.startsAt ?? undefined}
        />
        <DateField
          name="endsAt"
          withTime
          label={t('offer.endsAt')}
          hint={t('offer.endsAtHint')}
          optional
          defaultValue={offer?.endsAt ?? undefined}
        />
      </div>
      <SubmitButton>{t('settings.save')}</SubmitButton>
    </MutationForm>
  );
}
