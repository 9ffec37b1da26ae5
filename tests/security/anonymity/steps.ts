import {
  DeletePostService,
  EditPostService,
  MarkSolutionService,
  ReplyService,
  ShareProblemService,
  StartThreadService,
  ChooseIndexingService,
} from '@kundig/forum/server';
import { ProposeEntryService, ReleaseEntryService } from '@kundig/faq/server';
import { AskToShareProblemService } from '@kundig/guests/server';
import { AnswerHelpedService, GiveKudosService, WithdrawKudosService } from '@kundig/kudos/server';
import {
  ChangeKindService,
  HidePostService,
  LiftSuspensionService,
  LockThreadService,
  MergeThreadService,
  MoveThreadService,
  PinThreadService,
  RedactPassageService,
  RelabelThreadService,
  ReportPostService,
  RestorePostService,
  SlowThreadService,
  SplitThreadService,
  SuspendService,
} from '@kundig/moderation/server';
import type { RequestContext } from '@kundig/platform/server';
import { Drafts, Voices } from '@kundig/pseudonyms/server';
import { SearchCommunity } from '@kundig/search/server';
import { uploadPhoto } from '../../support/planted-person.js';
import { SeededRandomness } from '../../support/seeded-randomness.js';
import type { Part, Stage } from './stage.js';

/** Something that may happen in a scenario. */
interface StepKind {
  readonly by: Part;
  /** How often it is drawn among all. */
  readonly weight: number;
  run(stage: Stage, name: string): Promise<unknown>;
}

/** Words that several scenarios share, so that search, tags and related threads mix them. */
const WORDS = ['Rufgruppe', 'Umzug', 'Nebenstelle', 'Zertifikat', 'Warteschleife', 'Rückruf', 'Standort'];
const wordOf = (name: string): string =>
  WORDS[[...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % WORDS.length]!;

/** What the composer would send along with a text. */
const clientKeyOf = (name: string): string => new SeededRandomness(name).uuid();

const ask = (by: Part, anonymous: boolean) => async (stage: Stage, name: string) => {
  stage.thread = await stage.world.community.get(StartThreadService).execute(await stage.as(by), {
    boardId: stage.board.publicId,
    kind: 'question',
    title: `Was bewirkt die ${wordOf(name)} bei ${stage.name}?`,
    body: `Seit gestern geht bei uns nichts mehr; wir vermuten die ${wordOf(name)}. Geheimzahl Sesam ${stage.name}.`,
    tags: [wordOf(stage.name).toLowerCase()],
    anonymous,
    clientKey: clientKeyOf(name),
  });
  const [opening] = await stage.world.community.owner.query<{ id: string; publicId: string }[]>(
    'SELECT id, public_id AS "publicId" FROM forum.post WHERE thread_id = $1 AND position = 1',
    [stage.thread.id],
  );
  stage.posts.push({ ...opening!, by });
};

const reply = (by: Part, weight: number, anonymous: boolean, words: (stage: Stage) => string): StepKind => ({
  ...{ by, weight },
  run: async (stage, name) => {
    const { post } = await stage.world.community.get(ReplyService).execute(await stage.as(by), {
      threadId: stage.threadId,
      body: `${words(stage)} ${wordOf(name)}, ${name}.`,
      anonymous: anonymous || null,
      clientKey: clientKeyOf(name),
    });
    stage.posts.push({ id: post.id, publicId: post.publicId, by });
  },
});

/** An action of the product: a service with the one method by which it is taken. */
type Action<Input extends unknown[]> = abstract new (...parameters: never[]) => {
  execute(ctx: RequestContext, ...input: Input): unknown;
};

/** Somebody takes one action, told from the thread as it stands. */
const act = <Input extends unknown[]>(by: Part, weight: number, action: Action<Input>) => ({
  told: (inputOf: (stage: Stage, name: string) => Input): StepKind => ({
    ...{ by, weight },
    run: async (stage, name) =>
      stage.world.community.get(action).execute(await stage.as(by), ...inputOf(stage, name)),
  }),
});

/** Public id of what whoever hides wrote last. */
const hiddenPost = (stage: Stage): string => stage.last('hidden').publicId;

/** What moderators say of the thread they act on. */
const moderated = ({ threadId }: Stage) => ({ threadId, reason: null });

const redact = (by: Part): StepKind =>
  act(by, 1, RedactPassageService).told((stage) => [
    {
      ...{ postId: hiddenPost(stage), passage: `Sesam ${stage.name}` },
      ...{ reason: null, acceptLoss: true },
    },
  ]);

/** A moderator suspends somebody; it ends before whoever hides acts again, in whichever thread. */
const suspend = (whom: (stage: Stage) => { postId: string } | { nickname: string }): StepKind => ({
  ...{ by: 'moderator', weight: 1 },
  run: async (stage) => {
    const { community } = stage.world;
    const [author, ctx] = [whom(stage), await stage.as('moderator')];
    const suspension = { reason: 'Werbung trotz Bitte, es zu lassen.', endsAt: null };
    await community.get(SuspendService).execute(ctx, author, suspension);
    await community.get(LiftSuspensionService).execute(ctx, author, null);
  },
});

/** Ways to begin: whoever hides asks, or answers somebody else. */
export const OPENINGS = { ask: ask('hidden', true), answer: ask('carol', false) } as const;

/** Everything that may come after the thread is there. */
export const STEPS: Readonly<Record<string, StepKind>> = {
  hiddenReplies: reply('hidden', 6, true, () => 'Danke, es lag wohl an dem, was hier gesagt wurde:'),
  hiddenMentions: reply(
    'hidden',
    1,
    true,
    ({ world: { observers } }) => `@${observers.carol.nickname} und @${observers.dora.nickname}, seht nach:`,
  ),
  hiddenEdits: act('hidden', 3, EditPostService).told((stage, name) => [
    {
      postId: hiddenPost(stage),
      body: `Anders gesagt, nach einem zweiten Blick auf die ${wordOf(name)}: ${name}.`,
    },
  ]),
  hiddenTakesBack: act('hidden', 2, DeletePostService).told((stage) => [hiddenPost(stage)]),
  hiddenAccepts: act('hidden', 3, MarkSolutionService).told((stage) => [stage.last('carol').publicId, true]),
  hiddenRedacts: redact('hidden'),
  hiddenKeepsItUnindexed: act('hidden', 1, ChooseIndexingService).told(({ threadId }) => [threadId, true]),
  hiddenDrafts: {
    ...{ by: 'hidden', weight: 1 },
    run: async (stage) =>
      stage.world.community.get(Drafts).save(await stage.as('hidden'), {
        ...{ threadId: stage.thread?.id ?? null, title: null, boardId: null },
        body: `Noch nicht fertig: ${stage.person.secrets.phone}`,
        ...{ kind: null, tags: [], anonymous: true, unindexed: false },
      }),
  },
  /** From their own network, with a name of theirs and in its data who took it. */
  hiddenShowsAPhoto: {
    ...{ by: 'hidden', weight: 2 },
    run: async (stage, name) => {
      const photo = await uploadPhoto(stage.world.web, stage.person);
      await reply('hidden', 1, true, () => `![Die Anlage](${photo}) So sieht es aus:`).run(stage, name);
      stage.photos.push(photo);
    },
  },
  hiddenMutes: {
    ...{ by: 'hidden', weight: 1 },
    run: async (stage) =>
      stage.world.community.get(Voices).mute(await stage.as('hidden'), stage.thread?.id ?? ''),
  },
  hiddenReads: {
    ...{ by: 'hidden', weight: 1 },
    run: async (stage) =>
      stage.world.community.get(Voices).markRead(await stage.as('hidden'), stage.thread?.id ?? '', 2),
  },
  carolReplies: reply('carol', 6, false, () => 'Schauen Sie in den Einstellungen nach:'),
  carolMentionsBoth: reply(
    'carol',
    2,
    false,
    ({ world: { pairs }, pair }) =>
      `Das wissen @${pairs[pair]!.alice.nickname} und @${pairs[pair]!.bob.nickname}:`,
  ),
  /** Whether the one they name is there already. */
  administratorMentionsASuspect: reply(
    'administrator',
    2,
    false,
    ({ world: { pairs }, pair }) => `Weiß das nicht @${pairs[pair]!.alice.nickname}?`,
  ),
  carolThanks: act('carol', 3, GiveKudosService).told((stage) => [hiddenPost(stage)]),
  carolReports: act('carol', 2, ReportPostService).told((stage) => [
    { postId: hiddenPost(stage), reason: 'other', note: 'Bitte ansehen' },
  ]),
  carolFollows: {
    ...{ by: 'carol', weight: 1 },
    run: async (stage) =>
      stage.world.community.get(Voices).follow(await stage.as('carol'), stage.thread?.id ?? '', true),
  },
  carolTriesToEdit: act('carol', 1, EditPostService).told((stage) => [
    { postId: hiddenPost(stage), body: 'Das steht jetzt hier.' },
  ]),
  doraThanks: act('dora', 2, GiveKudosService).told((stage) => [hiddenPost(stage)]),
  doraThinksAgain: act('dora', 1, WithdrawKudosService).told((stage) => [hiddenPost(stage)]),
  doraHasTheProblem: act('dora', 2, ShareProblemService).told(({ threadId }) => [threadId, true]),
  doraWasHelped: act('dora', 1, AnswerHelpedService).told((stage) => [stage.last('carol').publicId, 'yes']),
  doraSearches: act('dora', 1, SearchCommunity).told(({ name }) => [{ query: name, page: 1, filter: {} }]),
  guestHasTheProblem: {
    ...{ by: 'dora', weight: 1 },
    run: (stage) =>
      stage.world.community.get(AskToShareProblemService).execute(stage.world.community.visitor(), {
        ...{ threadId: stage.threadId, mail: `gast-${stage.name}@fremde.example`, website: '' },
      }),
  },
  moderatorHides: act('moderator', 2, HidePostService).told((stage) => [
    { postId: hiddenPost(stage), reason: 'Enthält Interna.' },
  ]),
  moderatorRestores: act('moderator', 1, RestorePostService).told((stage) => [
    { postId: hiddenPost(stage), reason: 'Doch in Ordnung.' },
  ]),
  moderatorMoves: act('moderator', 2, MoveThreadService).told((stage) => [
    { ...moderated(stage), boardId: stage.world.boards[1]!.publicId },
  ]),
  moderatorSplits: act('moderator', 1, SplitThreadService).told((stage, name) => [
    {
      ...{ ...moderated(stage), postIds: [hiddenPost(stage)], following: true },
      ...{ title: `Abgetrennt von ${stage.name}`, boardId: stage.board.publicId },
      clientKey: clientKeyOf(name),
    },
  ]),
  moderatorLocks: act('moderator', 1, LockThreadService).told((stage) => [moderated(stage), true]),
  moderatorPins: act('moderator', 1, PinThreadService).told((stage) => [moderated(stage), true]),
  moderatorRelabels: act('moderator', 1, RelabelThreadService).told((stage, name) => [
    { ...moderated(stage), title: `Besser gesagt: ${name}`, tags: ['telefon'] },
  ]),
  moderatorMakesDiscussion: act('moderator', 1, ChangeKindService).told((stage) => [
    { ...moderated(stage), kind: 'discussion' },
  ]),
  moderatorSlows: act('moderator', 1, SlowThreadService).told((stage) => [
    { ...moderated(stage), minutes: 15 },
  ]),
  moderatorRedacts: redact('moderator'),
  moderatorSuspendsTheAuthor: suspend((stage) => ({ postId: hiddenPost(stage) })),
  /** Whether the nickname they suspect is the author. */
  moderatorSuspendsASuspect: suspend(({ world: { pairs }, pair }) => ({
    nickname: pairs[pair]!.alice.nickname,
  })),
  editorProposes: {
    ...{ by: 'editor', weight: 1 },
    run: async (stage, name) => {
      const { community } = stage.world;
      const entry = await community
        .get(ProposeEntryService)
        .execute(await stage.as('editor'), { threadId: stage.threadId, clientKey: clientKeyOf(name) });
      await community
        .get(ReleaseEntryService)
        .execute(await stage.as('administrator'), { entryId: entry.publicId, revision: entry.number });
    },
  },
};

/** Lets a thread go over into another one, which went over nowhere. */
export async function mergeInto(stage: Stage, target: Stage): Promise<unknown> {
  return stage.world.community
    .get(MergeThreadService)
    .execute(await stage.as('moderator'), { ...moderated(stage), intoId: target.threadId });
}
