import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess, UserError, type Environment } from '@kundig/platform/server';
import { z } from 'zod';
import type { MailEncryption, MailServerAddress } from '../storage/mail-server.repository.js';

/** Ports nodemailer takes where none is named. */
const DEFAULT_PORT = { 'smtps:': 465, 'smtp:': 587 } as const;

@ObjectType({ description: 'The mail server that is set, without its secrets.' })
export class MailServer {
  @Field() host!: string;
  @Field(() => Int) port!: number;
  @Field({ description: 'Encrypted from the first byte; otherwise as soon as the server offers it.' })
  encrypted!: boolean;
  @Field({ description: 'Whether we sign in there.' }) signsIn!: boolean;
}

/** Enum values are what the database stores; names are what the schema shows. */
export const MailEncryptionEnum = {
  TLS: 'tls',
  STARTTLS: 'starttls',
  NONE: 'none',
} as const satisfies Record<Uppercase<MailEncryption>, MailEncryption>;
registerEnumType(MailEncryptionEnum, {
  name: 'MailEncryption',
  description: 'From the first byte, begun after the greeting and required, or none.',
});

@ObjectType({
  description: 'The mail server as an administrator has entered it; its password is never shown.',
})
export class EnteredMailServer {
  @Field() host!: string;
  @Field(() => Int) port!: number;
  @Field(() => MailEncryptionEnum) encryption!: MailEncryption;
  @Field(() => String, { nullable: true, description: 'Null where we do not sign in.' })
  userName!: string | null;
  @Field() senderAddress!: string;
  @Field() senderName!: string;
}

@ObjectType({ description: 'How mails leave the community.' })
export class MailSetup {
  @Field({ description: 'Sender of all mails.' }) from!: string;
  @Field({ description: 'Whether the environment names the server, which wins over what is entered.' })
  fixed!: boolean;
  @Field(() => EnteredMailServer, { nullable: true, description: 'Null where the environment decides, too.' })
  entered!: EnteredMailServer | null;
  @Field({ description: 'Whether what an administrator has entered is kept, in force or not.' })
  keepsEntered!: boolean;
  @Field(() => MailServer, {
    nullable: true,
    description: 'Null where none is set; mails stay in the outbox.',
  })
  server!: MailServer | null;

  /** @param entered what an administrator has entered */
  static of(environment: Environment, entered: MailServerAddress | null): MailSetup {
    const url = environment.get('SMTP_URL');
    const keepsEntered = entered !== null;
    if (url !== undefined || entered === null)
      return {
        ...{ from: environment.get('MAIL_FROM'), fixed: url !== undefined, entered: null, keepsEntered },
        server: url === undefined ? null : serverAt(new URL(url)),
      };
    const { host, port, encryption, userName, senderName, senderAddress } = entered;
    return {
      ...{ from: `${senderName} <${senderAddress}>`, fixed: false, entered, keepsEntered },
      server: { host, port, encrypted: encryption === 'tls', signsIn: userName !== null },
    };
  }
}

function serverAt({ protocol, hostname, port, username }: URL): MailServer {
  return {
    host: hostname,
    port: port ? Number(port) : DEFAULT_PORT[protocol as keyof typeof DEFAULT_PORT],
    encrypted: protocol === 'smtps:',
    signsIn: username !== '',
  };
}

@InputType()
export class SendTestMailInput {
  @Field(() => String, { nullable: true }) clientKey?: string | null;
}
export const sendTestMailSchema = z.object({ clientKey: z.uuid().nullish() });

@ObjectType({
  implements: () => UserError,
  description: 'The mail server did not take the mail; the message holds its answer.',
})
export class MailRefusedError extends UserError {}

@ObjectType({ implements: () => MutationSuccess })
export class SendTestMailSuccess extends MutationSuccess {}
export const SendTestMailResult = mutationResult('SendTestMailResult', SendTestMailSuccess, [
  MailRefusedError,
]);
