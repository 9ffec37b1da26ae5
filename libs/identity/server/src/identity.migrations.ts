import { CreateIdentity1795000010000 } from './migrations/1795000010000-create-identity.js';
import { AddFirstAdministratorLink1795000110000 } from './migrations/1795000110000-add-first-administrator-link.js';
import { CreateLegalText1795000202000 } from './migrations/1795000202000-create-legal-text.js';
import { CreateUpload1795000211000 } from './migrations/1795000211000-create-upload.js';
import { CreateNotices1795000220000 } from './migrations/1795000220000-create-notices.js';
import { CreateGuestQuestion1795000222000 } from './migrations/1795000222000-create-guest-question.js';
import { AddSameProblem1795000230000 } from './migrations/1795000230000-add-same-problem.js';
import { AddTurns1795000251000 } from './migrations/1795000251000-add-turns.js';
import { CreateSuspension1795000300000 } from './migrations/1795000300000-create-suspension.js';
import { CreateNotifier1795000310001 } from './migrations/1795000310001-create-notifier.js';
import { KeepThreadOrigins1795000320001 } from './migrations/1795000320001-keep-thread-origins.js';
import { KeepGuestsDetails1795000320002 } from './migrations/1795000320002-keep-guests-details.js';
import { CreateInvitation1795000340000 } from './migrations/1795000340000-create-invitation.js';
import { AddStatusHidden1795000350001 } from './migrations/1795000350001-add-status-hidden.js';
import { CreateGuestProblem1795000350003 } from './migrations/1795000350003-create-guest-problem.js';
import { CreateHeldPost1795000370000 } from './migrations/1795000370000-create-held-post.js';
import { KnowSinceWhenProblemsAreShared1795000370400 } from './migrations/1795000370400-know-since-when-problems-are-shared.js';
import { ShowRecipientsOfAccountMails1795000390000 } from './migrations/1795000390000-show-recipients-of-account-mails.js';
import { KeepAnswersOfTexts1795000390001 } from './migrations/1795000390001-keep-answers-of-texts.js';
import { CreateMailServer1795000400000 } from './migrations/1795000400000-create-mail-server.js';
import { LetMailsWait1795000400001 } from './migrations/1795000400001-let-mails-wait.js';
import { CreateMailChange1795000420000 } from './migrations/1795000420000-create-mail-change.js';
import { LetAccountsLeave1795000420001 } from './migrations/1795000420001-let-accounts-leave.js';
import { FindWorkOfModerators1795000430000 } from './migrations/1795000430000-find-work-of-moderators.js';
import { KeepWhatMailsAreAbout1795000430001 } from './migrations/1795000430001-keep-what-mails-are-about.js';
import { HandOverInvitations1795000440000 } from './migrations/1795000440000-hand-over-invitations.js';
import { CreateSecondFactor1795000460000 } from './migrations/1795000460000-create-second-factor.js';
import { KnowWhomMailsLetIn1795000470000 } from './migrations/1795000470000-know-whom-mails-let-in.js';
import { CreateReveal1795000480000 } from './migrations/1795000480000-create-reveal.js';
import { LetPersonasBeGivenUp1795000490000 } from './migrations/1795000490000-let-personas-be-given-up.js';
import { BeginToTellOfReveals1795000506000 } from './migrations/1795000506000-begin-to-tell-of-reveals.js';
import { TellCustodians1795000505000 } from './migrations/1795000505000-tell-custodians.js';
import { LetMailsBeWantedAgain1795000510000 } from './migrations/1795000510000-let-mails-be-wanted-again.js';
import { KeepWhetherToIndex1795000530001 } from './migrations/1795000530001-keep-whether-to-index.js';
import { CreatePersonaCredit1795000551000 } from './migrations/1795000551000-create-persona-credit.js';

/** Migrations of this domain, oldest first. */
export const identityMigrations = [
  CreateIdentity1795000010000,
  AddFirstAdministratorLink1795000110000,
  CreateLegalText1795000202000,
  CreateUpload1795000211000,
  CreateNotices1795000220000,
  CreateGuestQuestion1795000222000,
  AddSameProblem1795000230000,
  AddTurns1795000251000,
  CreateSuspension1795000300000,
  CreateNotifier1795000310001,
  KeepThreadOrigins1795000320001,
  KeepGuestsDetails1795000320002,
  CreateInvitation1795000340000,
  AddStatusHidden1795000350001,
  CreateGuestProblem1795000350003,
  CreateHeldPost1795000370000,
  KnowSinceWhenProblemsAreShared1795000370400,
  ShowRecipientsOfAccountMails1795000390000,
  KeepAnswersOfTexts1795000390001,
  CreateMailServer1795000400000,
  LetMailsWait1795000400001,
  CreateMailChange1795000420000,
  LetAccountsLeave1795000420001,
  FindWorkOfModerators1795000430000,
  KeepWhatMailsAreAbout1795000430001,
  HandOverInvitations1795000440000,
  CreateSecondFactor1795000460000,
  KnowWhomMailsLetIn1795000470000,
  CreateReveal1795000480000,
  LetPersonasBeGivenUp1795000490000,
  TellCustodians1795000505000,
  BeginToTellOfReveals1795000506000,
  LetMailsBeWantedAgain1795000510000,
  KeepWhetherToIndex1795000530001,
  CreatePersonaCredit1795000551000,
];

/** Tables of this domain in which no role may change or delete a row. */
export const identityInsertOnlyTables = ['identity.legal_text', 'identity.reveal_audit'];
