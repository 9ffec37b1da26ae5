import { Injectable } from '@nestjs/common';
import { SiteProfile, Translator, type Locale } from '@kundig/platform/server';
import type { ImposedSuspension } from '../storage/suspension.repository.js';
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

  /** @param message words of whoever invites */
  invitation(locale: Locale, token: string, message: string | null): SecretLetter {
    return this.secret(locale, 'invitation', `/invitation/${token}`, {}, message ? [message] : []);
  }

  test(locale: Locale): Letter {
    return this.open(locale, 'test', '/admin/mail');
  }

  alreadyRegistered(locale: Locale): Letter {
    return this.open(locale, 'known', '/forgot-password');
  }

  passwordChanged(locale: Locale): Letter {
    return this.open(locale, 'changed', '/forgot-password');
  }

  secondFactorOn(locale: Locale): Letter {
    return this.open(locale, 'secondFactorOn', '/settings/account/second-factor');
  }

  secondFactorOff(locale: Locale): Letter {
    return this.open(locale, 'secondFactorOff', '/settings/account/second-factor');
  }

  /** An administrator has done it. */
  secondFactorReset(locale: Locale): Letter {
    return this.open(locale, 'secondFactorReset', '/settings/account/second-factor');
  }

  /** To the address an account is to have. */
  confirmNewMail(locale: Locale, token: string): SecretLetter {
    return this.secret(locale, 'newMail', `/settings/account/mail/${token}`);
  }

  /** To an address that somebody else wants for an account, and that has one already. */
  mailInUse(locale: Locale): Letter {
    return this.open(locale, 'mailInUse', '/forgot-password');
  }

  /** To the address an account has. */
  mailChangeWanted(locale: Locale): Letter {
    return this.open(locale, 'mailChangeWanted', '/settings/account');
  }

  /** To the address an account had. */
  mailChanged(locale: Locale): Letter {
    return this.open(locale, 'mailChanged', '/imprint');
  }

  /** The last one, to the address of an account that is gone. */
  accountDeleted(locale: Locale): Letter {
    return this.open(locale, 'accountDeleted', '/imprint');
  }

  /** Says nothing of who the reader is in the community. */
  suspended(locale: Locale, { reason, endsAt, threadId }: ImposedSuspension): Letter {
    return this.open(locale, threadId === null ? 'suspended' : 'suspendedAsPersona', '/imprint', {
      until: this.translator.translate(
        locale,
        `identity:mail.suspensionEnd.${endsAt === null ? 'open' : 'at'}`,
        endsAt === null ? {} : { at: Date.parse(endsAt) },
      ),
      reason,
    });
  }

  heldPostPublished(locale: Locale, path: string): Letter {
    return this.open(locale, 'heldPostPublished', path);
  }

  /** With the text, so that it is not lost. */
  heldPostRefused(locale: Locale, { reason, body }: { reason: string; body: string }): Letter {
    return this.open(locale, 'heldPostRefused', '/netiquette', { reason, body });
  }

  /** Nobody has decided; with the text, so that it is not lost. */
  heldPostReturned(locale: Locale, { days, body }: { days: string; body: string }): Letter {
    return this.open(locale, 'heldPostReturned', '/netiquette', { days, body });
  }

  suspensionLifted(locale: Locale): Letter {
    return this.open(locale, 'suspensionLifted', '/');
  }

  private secret(
    locale: Locale,
    name: string,
    path: string,
    params: Record<string, string> = {},
    more: readonly string[] = [],
  ): SecretLetter {
    const letter = this.compose(locale, name, SECRET_LINK, params, more);
    return { ...letter, secretLink: this.writer.url(locale, path) };
  }

  private open(locale: Locale, name: string, path: string, params: Record<string, string> = {}): Letter {
    return this.compose(locale, name, this.writer.url(locale, path), params);
  }

  /** @param more paragraphs of somebody's own words, after ours */
  private compose(
    locale: Locale,
    name: string,
    url: string,
    params: Record<string, string> = {},
    more: readonly string[] = [],
  ): Letter {
    const t = (part: string) =>
      this.translator.translate(locale, `identity:mail.${name}.${part}`, {
        site: this.site.name,
        ...params,
      });
    return this.writer.write(locale, {
      subject: t('subject'),
      paragraphs: [t('text'), ...more],
      action: { label: t('action'), url },
    });
  }
}
