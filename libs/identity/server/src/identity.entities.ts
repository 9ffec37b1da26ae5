import { Account } from './storage/account.entity.js';
import { OutboxMail } from './storage/outbox-mail.entity.js';

/** Mapped tables of this domain; the others are reached by SQL alone. For the pool of the identity role. */
export const identityEntities = [Account, OutboxMail];
