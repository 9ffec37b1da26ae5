import {
  DeletePostService,
  EditPostService,
  MarkSolutionService,
  ReplyService,
  ShareProblemService,
  StartThreadService,
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
import { Drafts, Voices } from '@kundig/pseudonyms/server';
import { SearchCommunity } from '@kundig/search/server';
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

const reply =
  (by: Part, anonymous: boolean, words: (stage: Stage) => string) => async (stage: Stage, name: string) => {
    const { post } = await stage.world.community.get(ReplyService).execute(await stage.as(by), {
      threadId: stage.threadId,
      body: `${words(stage)} ${wordOf(name)}, ${name}.`,
      anonymous: anonymous || null,
      clientKey: clientKeyOf(name),
    });
    stage.posts.push({ id: post.id, publicId: post.publicId, by });
  };

const suspension = { reason: 'Werbung trotz Bitte, es zu lassen.', endsAt: null };

/** Ways to begin: whoever hides asks, or answers somebody else. */
export const OPENINGS = { ask: ask('hidden', true), answer: ask('carol', false) } as const;

/** Everything that may come after the thread is there. */
export const STEPS: Readonly<Record<string, StepKind>> = {
  hiddenReplies: {
    by: 'hidden',
    weight: 6,
    run: reply('hidden', true, () => 'Danke, es lag wohl an dem, was hier gesagt wurde:'),
  },
  hiddenMentions: {
    by: 'hidden',
    weight: 1,
    run: reply(
      'hidden',
      true,
      ({ world }) => `@${world.observers.carol.nickname} und @${world.observers.dora.nickname}, seht nach:`,
    ),
  },
  hiddenEdits: {
    by: 'hidden',
    weight: 3,
    run: async (stage, name) =>
      stage.world.community.get(EditPostService).execute(await stage.as('hidden'), {
        postId: stage.last('hidden').publicId,
        body: `Anders gesagt, nach einem zweiten Blick auf die ${wordOf(name)}: ${name}.`,
      }),
  },
  hiddenTakesBack: {
    by: 'hidden',
    weight: 2,
    run: async (stage) =>
      stage.world.community
        .get(DeletePostService)
        .execute(await stage.as('hidden'), stage.last('hidden').publicId),
  },
  hiddenAccepts: {
    by: 'hidden',
    weight: 3,
    run: async (stage) =>
      stage.world.community
        .get(MarkSolutionService)
        .execute(await stage.as('hidden'), stage.last('carol').publicId, true),
  },
  hiddenRedacts: {
    by: 'hidden',
    weight: 1,
    run: async (stage) =>
      stage.world.community.get(RedactPassageService).execute(await stage.as('hidden'), {
        ...{
          postId: stage.last('hidden').publicId,
          passage: `Sesam ${stage.name}`,
          reason: null,
          acceptLoss: true,
        },
      }),
  },
  hiddenDrafts: {
    by: 'hidden',
    weight: 1,
    run: async (stage) =>
      stage.world.community.get(Drafts).save(await stage.as('hidden'), {
        ...{ threadId: stage.thread?.id ?? null, title: null, body: 'Noch nicht fertig', boardId: null },
        ...{ kind: null, tags: [], anonymous: true },
      }),
  },
  hiddenMutes: {
    by: 'hidden',
    weight: 1,
    run: async (stage) =>
      stage.world.community.get(Voices).mute(await stage.as('hidden'), stage.thread?.id ?? ''),
  },
  hiddenReads: {
    by: 'hidden',
    weight: 1,
    run: async (stage) =>
      stage.world.community.get(Voices).markRead(await stage.as('hidden'), stage.thread?.id ?? '', 2),
  },
  carolReplies: {
    by: 'carol',
    weight: 6,
    run: reply('carol', false, () => 'Schauen Sie in den Einstellungen nach:'),
  },
  carolMentionsBoth: {
    by: 'carol',
    weight: 2,
    run: reply(
      'carol',
      false,
      ({ world, pair }) =>
        `Das wissen @${world.pairs[pair]!.alice.nickname} und @${world.pairs[pair]!.bob.nickname}:`,
    ),
  },
  /** Whether the one they name is there already. */
  administratorMentionsASuspect: {
    by: 'administrator',
    weight: 2,
    run: reply(
      'administrator',
      false,
      ({ world, pair }) => `Weiß das nicht @${world.pairs[pair]!.alice.nickname}?`,
    ),
  },
  carolThanks: {
    by: 'carol',
    weight: 3,
    run: async (stage) =>
      stage.world.community
        .get(GiveKudosService)
        .execute(await stage.as('carol'), stage.last('hidden').publicId),
  },
  carolReports: {
    by: 'carol',
    weight: 2,
    run: async (stage) =>
      stage.world.community.get(ReportPostService).execute(await stage.as('carol'), {
        ...{ postId: stage.last('hidden').publicId, reason: 'other', note: 'Bitte ansehen' },
      }),
  },
  carolFollows: {
    by: 'carol',
    weight: 1,
    run: async (stage) =>
      stage.world.community.get(Voices).follow(await stage.as('carol'), stage.thread?.id ?? '', true),
  },
  carolTriesToEdit: {
    by: 'carol',
    weight: 1,
    run: async (stage) =>
      stage.world.community.get(EditPostService).execute(await stage.as('carol'), {
        ...{ postId: stage.last('hidden').publicId, body: 'Das steht jetzt hier.' },
      }),
  },
  doraThanks: {
    by: 'dora',
    weight: 2,
    run: async (stage) =>
      stage.world.community
        .get(GiveKudosService)
        .execute(await stage.as('dora'), stage.last('hidden').publicId),
  },
  doraThinksAgain: {
    by: 'dora',
    weight: 1,
    run: async (stage) =>
      stage.world.community
        .get(WithdrawKudosService)
        .execute(await stage.as('dora'), stage.last('hidden').publicId),
  },
  doraHasTheProblem: {
    by: 'dora',
    weight: 2,
    run: async (stage) =>
      stage.world.community.get(ShareProblemService).execute(await stage.as('dora'), stage.threadId, true),
  },
  doraWasHelped: {
    by: 'dora',
    weight: 1,
    run: async (stage) =>
      stage.world.community
        .get(AnswerHelpedService)
        .execute(await stage.as('dora'), stage.last('carol').publicId, 'yes'),
  },
  doraSearches: {
    by: 'dora',
    weight: 1,
    run: async (stage) =>
      stage.world.community
        .get(SearchCommunity)
        .execute(await stage.as('dora'), { query: stage.name, page: 1, filter: {} }),
  },
  guestHasTheProblem: {
    by: 'dora',
    weight: 1,
    run: (stage) =>
      stage.world.community.get(AskToShareProblemService).execute(stage.world.community.visitor(), {
        ...{ threadId: stage.threadId, mail: `gast-${stage.name}@fremde.example`, website: '' },
      }),
  },
  moderatorHides: {
    by: 'moderator',
    weight: 2,
    run: async (stage) =>
      stage.world.community.get(HidePostService).execute(await stage.as('moderator'), {
        ...{ postId: stage.last('hidden').publicId, reason: 'Enthält Interna.' },
      }),
  },
  moderatorRestores: {
    by: 'moderator',
    weight: 1,
    run: async (stage) =>
      stage.world.community.get(RestorePostService).execute(await stage.as('moderator'), {
        ...{ postId: stage.last('hidden').publicId, reason: 'Doch in Ordnung.' },
      }),
  },
  moderatorMoves: {
    by: 'moderator',
    weight: 2,
    run: async (stage) =>
      stage.world.community.get(MoveThreadService).execute(await stage.as('moderator'), {
        ...{ threadId: stage.threadId, boardId: stage.world.boards[1]!.publicId, reason: null },
      }),
  },
  moderatorSplits: {
    by: 'moderator',
    weight: 1,
    run: async (stage, name) =>
      stage.world.community.get(SplitThreadService).execute(await stage.as('moderator'), {
        ...{
          threadId: stage.threadId,
          postIds: [stage.last('hidden').publicId],
          following: true,
          reason: null,
        },
        ...{
          title: `Abgetrennt von ${stage.name}`,
          boardId: stage.board.publicId,
          clientKey: clientKeyOf(name),
        },
      }),
  },
  moderatorLocks: {
    by: 'moderator',
    weight: 1,
    run: async (stage) =>
      stage.world.community
        .get(LockThreadService)
        .execute(await stage.as('moderator'), { threadId: stage.threadId, reason: null }, true),
  },
  moderatorPins: {
    by: 'moderator',
    weight: 1,
    run: async (stage) =>
      stage.world.community
        .get(PinThreadService)
        .execute(await stage.as('moderator'), { threadId: stage.threadId, reason: null }, true),
  },
  moderatorRelabels: {
    by: 'moderator',
    weight: 1,
    run: async (stage, name) =>
      stage.world.community.get(RelabelThreadService).execute(await stage.as('moderator'), {
        ...{ threadId: stage.threadId, reason: null, title: `Besser gesagt: ${name}`, tags: ['telefon'] },
      }),
  },
  moderatorMakesDiscussion: {
    by: 'moderator',
    weight: 1,
    run: async (stage) =>
      stage.world.community.get(ChangeKindService).execute(await stage.as('moderator'), {
        ...{ threadId: stage.threadId, reason: null, kind: 'discussion' },
      }),
  },
  moderatorSlows: {
    by: 'moderator',
    weight: 1,
    run: async (stage) =>
      stage.world.community
        .get(SlowThreadService)
        .execute(await stage.as('moderator'), { threadId: stage.threadId, reason: null, minutes: 15 }),
  },
  moderatorRedacts: {
    by: 'moderator',
    weight: 1,
    run: async (stage) =>
      stage.world.community.get(RedactPassageService).execute(await stage.as('moderator'), {
        ...{
          postId: stage.last('hidden').publicId,
          passage: `Sesam ${stage.name}`,
          reason: null,
          acceptLoss: true,
        },
      }),
  },
  /** The suspension ends before whoever hides acts again, in whichever thread. */
  moderatorSuspendsTheAuthor: {
    by: 'moderator',
    weight: 1,
    run: async (stage) => {
      const { community } = stage.world;
      const { publicId: postId } = stage.last('hidden');
      const ctx = await stage.as('moderator');
      await community.get(SuspendService).execute(ctx, { postId }, suspension);
      await community.get(LiftSuspensionService).execute(ctx, { postId }, null);
    },
  },
  /** Whether the nickname they suspect is the author. */
  moderatorSuspendsASuspect: {
    by: 'moderator',
    weight: 1,
    run: async (stage) => {
      const { community, pairs } = stage.world;
      const { nickname } = pairs[stage.pair]!.alice;
      const ctx = await stage.as('moderator');
      await community.get(SuspendService).execute(ctx, { nickname }, suspension);
      await community.get(LiftSuspensionService).execute(ctx, { nickname }, null);
    },
  },
  editorProposes: {
    by: 'editor',
    weight: 1,
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
  return stage.world.community.get(MergeThreadService).execute(await stage.as('moderator'), {
    ...{ threadId: stage.threadId, intoId: target.threadId, reason: null },
  });
}
