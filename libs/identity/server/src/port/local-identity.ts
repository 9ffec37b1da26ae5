import { Injectable } from '@nestjs/common';
import { Clock, daysBefore, Passage, Randomness, RequestContext, type Locale } from '@kundig/platform/server';
import { mailHint } from '../accounts/mail-hint.js';
import { ThreadRedaction } from '../mail/thread-redaction.js';
import { AuthorMailer } from '../mail/author-mailer.js';
import { DecisionMailer } from '../mail/decision-mailer.js';
import { DeskMailer } from '../mail/desk-mailer.js';
import { DigestMailer } from '../mail/digest-mailer.js';
import { GuestMailer } from '../mail/guest-mailer.js';
import { NotifierMailer } from '../mail/notifier-mailer.js';
import { NoticePaces } from '../notices/notice-paces.js';
import { RegroupThreads } from '../regrouping/regroup-threads.js';
import { ClaimVoiceService } from '../personas/claim-voice.service.js';
import { PersonaIndex } from '../personas/persona-index.js';
import { CreditPersonas } from '../personas/credit-personas.service.js';
import { ReconcilePersonasService } from '../personas/reconcile-personas.service.js';
import { ResealPersonasService } from '../personas/reseal-personas.service.js';
import { GivenUpPersonas } from '../own-account/given-up-personas.js';
import { AccountRepository } from '../storage/account.repository.js';
import { DraftRepository } from '../storage/draft.repository.js';
import { GivenUpPersonaRepository } from '../storage/given-up-persona.repository.js';
import { NoticeRepository } from '../storage/notice.repository.js';
import { NotifierRepository } from '../storage/notifier.repository.js';
import { SubscriptionRepository } from '../storage/subscription.repository.js';
import { ThreadStateRepository } from '../storage/thread-state.repository.js';
import { HeldPosts } from '../held/held-posts.js';
import { AccountSuspensions } from '../suspensions/account-suspensions.js';
import { UploadRepository } from '../storage/upload.repository.js';
import { IdentityPort, type AccountActor, type UploadView } from './identity-port.js';
import type {
  AuthorMail,
  DecisionMail,
  DeskMail,
  DigestLine,
  FollowerMail,
  GuestMail,
  MailContent,
  MailPreview,
  MailRecipient,
  MailToPreview,
  SubscriberMail,
} from './mails.js';
import type {
  DraftContent,
  DraftView,
  MergedThreads,
  SameProblemCount,
  SplitThread,
  ThreadState,
} from './threads.js';
import type {
  ClaimedVoice,
  IndexedPersona,
  MemberCredit,
  OwnPersona,
  RefusedVoice,
  ResealedPersona,
  SealedPersona,
  ThankedPersona,
  VoiceClaim,
  WrittenPost,
} from './voices.js';
import type { NamedNotifier, Notifier } from './notifiers.js';
import type { HeldPlace, HeldPostView, Holding, PostToHold, ReleasedPost } from './held-posts.js';
import type { SuspensionView } from './suspensions.js';
import type { DeskOccasion, DigestSubject, FollowState, NoticeGroup, Paces, Subject } from './notices.js';

/** A file that no draft names for so long was put away. */
const KEEP_UPLOADS_DAYS = 1;

/** The port within this process, on the pool of the identity role. Callers' contexts stay outside: a port carries values. */
@Injectable()
export class LocalIdentity extends IdentityPort {
  private readonly ctx = RequestContext.system();

  constructor(
    private readonly accounts: AccountRepository,
    private readonly states: ThreadStateRepository,
    private readonly drafts: DraftRepository,
    private readonly uploadRows: UploadRepository,
    private readonly claiming: ClaimVoiceService,
    private readonly index: PersonaIndex,
    private readonly crediting: CreditPersonas,
    private readonly reconciling: ReconcilePersonasService,
    private readonly resealing: ResealPersonasService,
    private readonly mailer: AuthorMailer,
    private readonly decisions: DecisionMailer,
    private readonly guests: GuestMailer,
    private readonly digests: DigestMailer,
    private readonly desks: DeskMailer,
    private readonly subscribed: SubscriptionRepository,
    private readonly noticed: NoticeRepository,
    private readonly chosenPaces: NoticePaces,
    private readonly redaction: ThreadRedaction,
    private readonly notifiers: NotifierRepository,
    private readonly notifierMails: NotifierMailer,
    private readonly accountSuspensions: AccountSuspensions,
    private readonly regrouping: RegroupThreads,
    private readonly held: HeldPosts,
    private readonly givenUp: GivenUpPersonas,
    private readonly givenUpRows: GivenUpPersonaRepository,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {
    super();
  }

  keepNotifier(notifier: Notifier): Promise<void> {
    return this.notifierMails.keep(this.ctx, notifier);
  }

  async notifierNames(noticeIds: readonly string[]): Promise<NamedNotifier[]> {
    const known = await this.notifiers.of(this.ctx, noticeIds);
    return known.map(({ noticeId, name }) => ({ noticeId, name }));
  }

  writeToNotifier(
    noticeId: string,
    content: Readonly<Record<Locale, MailContent>>,
    onceKey: string,
    about: readonly string[],
  ): Promise<void> {
    return this.notifierMails.write(this.ctx, noticeId, content, { onceKey, about });
  }

  actorFor(accountId: string): Promise<AccountActor | null> {
    return this.accounts.actor(this.ctx, accountId, this.clock.now());
  }

  hideStatus(memberId: string, hidden: boolean): Promise<void> {
    return this.accounts.hideStatus(this.ctx, memberId, hidden);
  }

  async threadStates(memberId: string, threadIds: readonly string[]): Promise<ThreadState[]> {
    const rows = await this.states.of(this.ctx, memberId, threadIds);
    return rows.map((row) => ({
      threadId: row.thread_id,
      voice: row.voice,
      personaId: row.voice === 'anonymous' ? this.index.personaIn(row, memberId, row.thread_id) : null,
      readPosition: row.read_position,
      following: row.following,
      muted: row.muted,
      sameProblem: row.same_problem,
      draft: row.draft,
      formerPersonaIds: this.index.formerIn(row, memberId),
    }));
  }

  claimVoice(claim: VoiceClaim): Promise<ClaimedVoice | RefusedVoice | null> {
    return this.claiming.execute(this.ctx, claim);
  }

  releaseVoice(memberId: string, threadId: string): Promise<void> {
    return this.states.release(this.ctx, memberId, threadId);
  }

  async takeTurn(memberId: string, threadId: string, at: string, over: string): Promise<string | null> {
    const taken = await this.states.takeTurn(this.ctx, memberId, threadId, new Date(at), new Date(over));
    return taken && taken.toISOString();
  }

  returnTurn(memberId: string, threadId: string, at: string): Promise<void> {
    return this.states.returnTurn(this.ctx, memberId, threadId, new Date(at));
  }

  suspend(author: MailRecipient, suspension: Pick<SuspensionView, 'reason' | 'endsAt'>): Promise<void> {
    return this.accountSuspensions.impose(this.ctx, author, suspension);
  }

  liftSuspension(author: MailRecipient): Promise<void> {
    return this.accountSuspensions.lift(this.ctx, author);
  }

  suspensionsOf(author: MailRecipient): Promise<SuspensionView[]> {
    return this.accountSuspensions.heldBy(this.ctx, author);
  }

  adoptPersona(memberId: string, threadId: string, personaId: string): Promise<void> {
    return this.index.enter(this.ctx, memberId, threadId, personaId);
  }

  recordPost(post: WrittenPost): Promise<void> {
    return this.states.recordPost(this.ctx, post);
  }

  markRead(memberId: string, threadId: string, position: number): Promise<void> {
    return this.states.markRead(this.ctx, memberId, threadId, position, this.clock.now());
  }

  follow(memberId: string, threadId: string, state: FollowState): Promise<void> {
    return this.states.follow(this.ctx, memberId, threadId, state);
  }

  async subscriptions(memberId: string, subjects: readonly Subject[]): Promise<FollowState[]> {
    const rows = await this.subscribed.of(this.ctx, memberId, subjects);
    return subjects.map(
      ({ kind, id }) => rows.find((row) => row.kind === kind && row.id === id)?.state ?? 'none',
    );
  }

  subscribe(memberId: string, subject: Subject, state: FollowState): Promise<void> {
    return this.subscribed.set(this.ctx, memberId, subject, state);
  }

  notices(memberId: string): Promise<NoticeGroup[]> {
    return this.noticed.groups(this.ctx, memberId);
  }

  unreadNotices(memberId: string, except: readonly string[]): Promise<number> {
    return this.noticed.unread(this.ctx, memberId, except);
  }

  markNoticesRead(memberId: string, threadId: string | null): Promise<void> {
    return this.noticed.markRead(this.ctx, memberId, threadId, this.clock.now());
  }

  paces(memberId: string): Promise<Paces> {
    return this.chosenPaces.of(this.ctx, memberId);
  }

  choosePaces(memberId: string, paces: Partial<Paces>): Promise<void> {
    return this.chosenPaces.choose(this.ctx, memberId, paces);
  }

  personasOf(memberId: string): Promise<OwnPersona[]> {
    return this.index.ofMember(this.ctx, memberId);
  }

  setSameProblem(memberId: string, threadId: string, has: boolean): Promise<void> {
    return this.states.setSameProblem(this.ctx, memberId, threadId, has, this.clock.now());
  }

  sameProblemCounts(threadIds: readonly string[]): Promise<SameProblemCount[]> {
    return this.states.sameProblemCounts(this.ctx, threadIds);
  }

  sharedSince(since: string, atLeast: number, first: number): Promise<SameProblemCount[]> {
    return this.states.sharedSince(this.ctx, new Date(since), atLeast, first);
  }

  saveDraft(memberId: string, draft: DraftContent): Promise<DraftView | null> {
    return this.drafts.save(this.ctx, memberId, this.randomness.uuid(), draft, this.clock.now());
  }

  discardDraft(memberId: string, draftId: string): Promise<void> {
    return this.drafts.discard(this.ctx, memberId, draftId);
  }

  newThreadDraft(memberId: string): Promise<DraftView | null> {
    return this.drafts.ofNewThread(this.ctx, memberId);
  }

  holdPost(post: PostToHold): Promise<Holding | null> {
    return this.held.hold(this.ctx, post);
  }

  supersedeHeldPost(memberId: string, clientKey: string): Promise<void> {
    return this.held.supersede(this.ctx, memberId, clientKey);
  }

  withdrawHeldPost(memberId: string, id: string): Promise<boolean> {
    return this.held.withdraw(this.ctx, memberId, id);
  }

  heldPostsOf(memberId: string): Promise<HeldPostView[]> {
    return this.held.of(this.ctx, memberId);
  }

  heldPlaces(first: number): Promise<HeldPlace[]> {
    return this.held.places(this.ctx, first);
  }

  heldPosts(ids: readonly string[]): Promise<HeldPostView[]> {
    return this.held.findByIds(this.ctx, ids);
  }

  releaseHeldPost(id: string): Promise<ReleasedPost | null> {
    return this.held.release(this.ctx, id);
  }

  giveBackHeldPost(id: string): Promise<void> {
    return this.held.giveBack(this.ctx, id);
  }

  settleHeldPost(id: string, path: string): Promise<void> {
    return this.held.settle(this.ctx, id, path);
  }

  refuseHeldPost(id: string, reason: string): Promise<boolean> {
    return this.held.refuse(this.ctx, id, reason);
  }

  undecidedHeldPosts(first: number): Promise<string[]> {
    return this.held.undecided(this.ctx, first);
  }

  handBackHeldPost(id: string): Promise<boolean> {
    return this.held.handBack(this.ctx, id);
  }

  async mailHint(memberId: string): Promise<string | null> {
    const mail = await this.accounts.mailOfMember(this.ctx, memberId);
    return mail && mailHint(mail);
  }

  deliverToAuthors(mails: readonly AuthorMail[]): Promise<void> {
    return this.mailer.deliver(this.ctx, mails);
  }

  deliverToFollowers(mail: FollowerMail): Promise<void> {
    return this.mailer.deliverToFollowers(this.ctx, mail);
  }

  deliverToSubscribers(mail: SubscriberMail): Promise<void> {
    return this.mailer.deliverToSubscribers(this.ctx, mail);
  }

  previewMail(mail: MailToPreview): Promise<MailPreview> {
    return Promise.resolve(this.mailer.preview(mail));
  }

  deliverDecision(mail: DecisionMail): Promise<void> {
    return this.decisions.deliver(this.ctx, mail);
  }

  deliverToModerators(mail: DeskMail): Promise<void> {
    return this.desks.deliver(this.ctx, mail);
  }

  withdrawFromModerators(occasion: DeskOccasion, subjectId: string): Promise<void> {
    return this.noticed.withdraw(this.ctx, occasion, subjectId);
  }

  deliverToGuests(mail: GuestMail): Promise<void> {
    return this.guests.deliver(this.ctx, mail);
  }

  digestsDue(before: string): Promise<DigestSubject[]> {
    return this.digests.due(this.ctx, new Date(before));
  }

  sendDigests(before: string, lines: readonly DigestLine[]): Promise<void> {
    return this.digests.send(this.ctx, new Date(before), lines);
  }

  async redactThread(
    threadId: string,
    words: string,
    postId: string | null,
    commenterIds: readonly string[],
  ): Promise<string[]> {
    const passage = Passage.of(words);
    return passage ? this.redaction.execute(this.ctx, { threadId, postId, commenterIds }, passage) : [];
  }

  mergeThreads(threads: MergedThreads): Promise<string[]> {
    return this.regrouping.merge(this.ctx, threads);
  }

  splitThread(threads: SplitThread): Promise<void> {
    return this.regrouping.split(this.ctx, threads);
  }

  reconcilePersonas(personas: readonly SealedPersona[]): Promise<string[]> {
    return this.reconciling.execute(this.ctx, personas);
  }

  resealPersonas(personas: readonly SealedPersona[]): Promise<ResealedPersona[]> {
    return this.resealing.execute(this.ctx, personas);
  }

  creditPersonas(month: string, personas: readonly ThankedPersona[]): Promise<MemberCredit[]> {
    return this.crediting.execute(this.ctx, month, personas);
  }

  indexedPersonas(after: string | null, limit: number): Promise<IndexedPersona[]> {
    return this.index.settled(this.ctx, after, limit);
  }

  dropIndexed(refs: readonly string[]): Promise<void> {
    return this.states.dropIndexed(this.ctx, refs);
  }

  personasBeingGivenUp(after: string | null, limit: number): Promise<IndexedPersona[]> {
    return this.givenUp.halfway(this.ctx, after, limit);
  }

  forgetGivenUp(refs: readonly string[]): Promise<void> {
    return this.givenUpRows.forget(this.ctx, refs);
  }

  releaseGivenUp(personas: readonly SealedPersona[]): Promise<string[]> {
    return this.givenUp.release(this.ctx, personas);
  }

  keepUpload(memberId: string, upload: UploadView): Promise<boolean> {
    return this.uploadRows.add(this.ctx, memberId, upload, this.clock.now());
  }

  uploads(memberId: string, ids: readonly string[]): Promise<UploadView[]> {
    return this.uploadRows.of(this.ctx, memberId, ids);
  }

  dropUploads(ids: readonly string[]): Promise<void> {
    return this.uploadRows.drop(this.ctx, ids);
  }

  abandonedUploads(after: string | null, limit: number): Promise<UploadView[]> {
    const unusedSince = daysBefore(this.clock.now(), KEEP_UPLOADS_DAYS);
    return this.uploadRows.abandoned(this.ctx, unusedSince, after, limit);
  }
}
