import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess, UserError, type Environment } from '@kundig/platform/server';
import { z } from 'zod';

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

@ObjectType({ description: 'How mails leave the community.' })
export class MailSetup {
  @Field({ description: 'Sender of all mails.' }) from!: string;
  @Field(() => MailServer, {
    nullable: true,
    description: 'Null where none is set; mails stay in the outbox.',
  })
  server!: MailServer | null;

  static of(environment: Environment): MailSetup {
    const url = environment.get('SMTP_URL');
    return { from: environment.get('MAIL_FROM'), server: url === undefined ? null : serverAt(new URL(url)) };
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
