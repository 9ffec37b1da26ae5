import { graphql } from '@kundig/api-contract';
import { MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';
import type { ReactNode } from 'react';
import styles from './LogoForm.module.css';

const SaveLogoMutation = graphql(`
  mutation SaveLogo($input: SaveLogoInput!) {
    saveLogo(input: $input) {
      ... on SaveLogoSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const titles = { LIGHT: 'logo.onLight', DARK: 'logo.onDark' } as const;
const hints = { LIGHT: 'logo.onLightHint', DARK: 'logo.onDarkHint' } as const;

interface LogoFormProps {
  /** The ground the logo stands on. */
  ground: 'LIGHT' | 'DARK';
  /** Path of the picture so far. */
  picture: string | null | undefined;
  /** Field `picture`: chooses a picture in place of the one shown. */
  choosePicture(current: string): ReactNode;
}

/** The logo for one ground: seen on it, replaced, taken away. The page is loaded anew, as the header shows it. */
export function LogoForm({ ground, picture, choosePicture }: LogoFormProps) {
  const t = useMessages('site');
  return (
    <section className={styles.ground} aria-label={t(titles[ground])}>
      <h2>{t(titles[ground])}</h2>
      <p>{t(hints[ground])}</p>
      {picture && (
        <p className={ground === 'DARK' ? styles.dark : styles.light}>
          <img src={picture} alt={t('logo.current')} loading="lazy" />
        </p>
      )}
      <MutationForm
        mutation="saveLogo"
        document={SaveLogoMutation}
        hidden={{ ground }}
        toInput={(fields) => ({ ground, picture: fields.optional('picture'), clientKey: fields.clientKey })}
        then="reload"
        withFile
        className={styles.form}
        label={t(titles[ground])}
      >
        {choosePicture(picture ?? '')}
        <SubmitButton>{t('settings.save')}</SubmitButton>
      </MutationForm>
      {picture && (
        <MutationForm
          mutation="saveLogo"
          document={SaveLogoMutation}
          hidden={{ ground, picture: '' }}
          toInput={({ clientKey }) => ({ ground, clientKey })}
          then="reload"
          inline
        >
          <SubmitButton look="quiet">{t('logo.remove')}</SubmitButton>
        </MutationForm>
      )}
    </section>
  );
}
