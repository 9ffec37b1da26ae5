import { isIPv6 } from 'node:net';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { MAIL_ENCRYPTIONS, MailEncryptionEnum, type MailEncryption } from '@kundig/identity/server';
import { mutationResult, MutationSuccess, writtenLine } from '@kundig/platform/server';
import { z } from 'zod';
import { ADMINISTRATION_LIMITS as LIMITS } from '../administration.limits.js';

const HOST_NAME = /^(?!.*\.\.)[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/i;
const THIS_MACHINE = ['localhost', '127.0.0.1', '::1'];

const absentAsNull = <S extends z.ZodType>(schema: S) => schema.nullish().transform((value) => value || null);

@InputType()
export class SaveMailServerInput {
  @Field({ description: 'Name or address of the server, in a private network, too.' }) host!: string;
  @Field(() => Int) port!: number;
  @Field(() => MailEncryptionEnum, { description: 'None is taken for a server on this very machine alone.' })
  encryption!: MailEncryption;
  @Field(() => String, { nullable: true, description: 'Absent where nobody signs in there.' })
  userName?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The one entered before when absent; needed again for another server, encryption or name.',
  })
  password?: string | null;
  @Field({ description: 'From which mails come.' }) senderAddress!: string;
  @Field({ description: `1 to ${LIMITS.senderNameMax} characters.` }) senderName!: string;
  @Field(() => String) clientKey!: string;
}
export const saveMailServerSchema = z
  .object({
    host: z
      .string()
      .trim()
      .toLowerCase()
      .min(1)
      .max(LIMITS.hostMax)
      .refine((host) => HOST_NAME.test(host) || isIPv6(host), { error: 'administration:error.mailHost' }),
    port: z
      .int({ error: 'administration:error.mailPort' })
      .min(1, { error: 'administration:error.mailPort' })
      .max(65_535, { error: 'administration:error.mailPort' }),
    encryption: z.enum(MAIL_ENCRYPTIONS),
    userName: absentAsNull(writtenLine(0, LIMITS.mailUserMax)),
    password: absentAsNull(z.string().max(LIMITS.mailPasswordMax)),
    senderAddress: z.string().trim().max(254).pipe(z.email()),
    senderName: writtenLine(1, LIMITS.senderNameMax),
    clientKey: z.uuid(),
  })
  .refine(({ encryption, host }) => encryption !== 'none' || THIS_MACHINE.includes(host), {
    path: ['encryption'],
    error: 'administration:error.mailUnencrypted',
  })
  .transform(({ clientKey: _clientKey, ...server }) => server);

@InputType()
export class RemoveMailServerInput {
  @Field(() => String) clientKey!: string;
}
export const removeMailServerSchema = z.object({ clientKey: z.uuid() });

@ObjectType({ implements: () => MutationSuccess })
export class RemoveMailServerSuccess extends MutationSuccess {}
export const RemoveMailServerResult = mutationResult('RemoveMailServerResult', RemoveMailServerSuccess);

@ObjectType({ implements: () => MutationSuccess })
export class SaveMailServerSuccess extends MutationSuccess {}
export const SaveMailServerResult = mutationResult('SaveMailServerResult', SaveMailServerSuccess);
