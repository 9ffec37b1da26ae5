import { Injectable } from '@nestjs/common';
import { SiteProfile, Translator, type Locale } from '@kundig/platform/server';
import { LetterWriter, SECRET_LINK, type Letter } from './letter.js';

/** A letter whose link only its reader may see. */
export type SecretLetter = Letter & { readonly secretLink: string };

/** The letters about an account itself. */
@Injectable()
export class AccountLetters {
  constructor(
    private readonly writer: LetterWriter,
    private readonly translator: Translator,
    private readonly site: SiteProfile,
  ) {}

  confirmMail(locale: Locale, nickname: string, token: string): SecretLetter {
    return this.secret(locale, 'confirm', `/confirm/${token}`, { nickname });
  }

  resetPassword(locale: Locale, token: string): SecretLetter {
    return this.secret(locale, 'reset', `/reset-password/${token}`);
  }

  publishAsGuest(locale: Locale, token: string): SecretLetter {
    return this.secret(locale, 'publishAsGuest', `/ask/publish/${token}`);
  }

  publishAsMember(locale: Locale, token: string): SecretLetter {
    return this.secret(locale, 'publishAsMember', `/ask/publish/${token}`);
  }

  alreadyRegistered(locale: Locale): Letter {
    return this.open(locale, 'known', '/forgot-password');
  }

  passwordChanged(locale: Locale): Letter {
    return this.open(locale, 'changed', '/forgot-password');
  }

  private secret(
    locale: Locale,
    name: string,
    path: string,
    params: Record<string, string> = {},
  ): SecretLetter {
    return { ...this.compose(locale, name, SECRET_LINK, params), secretLink: this.writer.url(locale, path) };
  }

  private open(locale: Locale, name: string, path: string): Letter {
    return this.compose(locale, name, this.writer.url(locale, path));
  }

  private compose(locale: Locale, name: string, url: string, params: Record<string, string> = {}): Letter {
    const t = (part: string) =>
      this.translator.translate(locale, `identity:mail.${name}.${part}`, {
        site: this.site.name,
        ...params,
      });
    return this.writer.write(locale, {
      subject: t('subject'),
      paragraphs: [t('text')],
      action: { label: t('action'), url },
    });
  }
}
