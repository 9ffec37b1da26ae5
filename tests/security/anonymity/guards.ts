import { Logger } from '@nestjs/common';
import { UploadFileService } from '@kundig/files/server';
import { ReplyService, ThreadRepository } from '@kundig/forum/server';
import { ExportOwnDataService, IdentityPort, type FollowerMail } from '@kundig/identity/server';
import { GiveKudosService } from '@kundig/kudos/server';
import {
  AppJobs,
  Conflict,
  RequestContext,
  SitemapSources,
  type NewJob,
  type SitemapSource,
} from '@kundig/platform/server';
import { Voices, type Speaker } from '@kundig/pseudonyms/server';
import { SearchEngine, type SearchDocument } from '@kundig/search/server';
import { SeededRandomness } from '../../support/seeded-randomness.js';
import type { Look } from './games.js';
import type { World } from './world.js';

/** Puts back what was taken away. */
type Restore = () => unknown;

/** Something that keeps the worlds alike, and how a community is without it. */
export interface Guard {
  /** What leaks where it is missing. */
  readonly leak: string;
  readonly game: 'identity' | 'linkage' | 'existence';
  /** The look in which it is seen. */
  readonly seenIn: RegExp;
  /** Where alone it is seen, beside what is always looked at. */
  readonly looks?: readonly Look[];
  /** Steps without which it would not show; each scenario begins with them. */
  readonly steps?: readonly string[];
  /** Takes it away from one world. */
  remove(world: World): Restore | Promise<Restore>;
}

/** Any method of a provider, public or not. */
type Method = (...parameters: never[]) => unknown;

/** Puts another method in the place of a provider's own. */
function replace<M extends Method>(provider: object, name: string, make: (original: M) => M): Restore {
  const original = (provider as Record<string, M>)[name]!.bind(provider) as M;
  Object.assign(provider, { [name]: make(original) });
  return () => delete (provider as Record<string, unknown>)[name];
}

/** @returns what a provider was given and keeps to itself */
const within = (provider: object, ...path: readonly string[]): object =>
  path.reduce((holder, name) => (holder as Record<string, object>)[name]!, provider);

/** Keeps who spoke as which persona, as only identity may know. */
function overhear(world: World, heard: (ctx: RequestContext, speaker: Speaker) => void): Restore {
  type Speak = Voices['speak'];
  return replace<Speak>(world.community.get(Voices), 'speak', (speak) => async (ctx, threadId, wanted) => {
    const speaker = await speak(ctx, threadId, wanted);
    if (speaker.kind === 'persona') heard(ctx, speaker);
    return speaker;
  });
}

/** Learns which member is behind each persona that speaks from now on. @returns members by persona, and the end of it */
function unmask(world: World): { behind: ReadonlyMap<string, string>; end: Restore } {
  const behind = new Map<string, string>();
  const end = overhear(world, ({ actor }, { pseudonymId }) => behind.set(pseudonymId, actor.memberId!));
  return { behind, end };
}

interface PersonaToAdd {
  readonly pictureSeed: string;
  readonly createdAt: Date;
}
type AddPersona = (ctx: RequestContext, persona: PersonaToAdd) => Promise<boolean>;

/** Changes personas before they are written. */
const rewritingPersonas = (
  world: World,
  change: (ctx: RequestContext, persona: PersonaToAdd) => Partial<PersonaToAdd>,
): Restore =>
  replace<AddPersona>(
    within(world.community.get(Voices), 'personas', 'personas'),
    'add',
    (add) => (ctx, persona) => add(ctx, { ...persona, ...change(ctx, persona) }),
  );

/** Changes what the map for search engines says of threads. */
const rewritingMap = (
  { web }: World,
  make: (pages: SitemapSource['pages']) => SitemapSource['pages'],
): Restore => {
  const threads = web
    .get(SitemapSources)
    .all()
    .find(({ name }) => name === 'threads')!;
  return replace<SitemapSource['pages']>(threads.source, 'pages', make);
};

/** Without effect on what is stored first: what they leave would be seen by those that come after. */
export const GUARDS: readonly Guard[] = [
  {
    leak: 'a thread of a closed board in the map for search engines',
    game: 'existence',
    seenIn: /^visitor \/sitemap\/threads/,
    looks: ['sitemaps'],
    remove: (world) => rewritingMap(world, (pages) => (_ctx, skip) => pages(RequestContext.system(), skip)),
  },
  {
    leak: 'who is behind personas in the own data of others',
    game: 'identity',
    seenIn: /^own data of carol$/,
    looks: ['ownData'],
    remove: (world) => {
      const { behind, end } = unmask(world);
      type Rows = ExportOwnDataService['execute'];
      const ended = [
        end,
        replace<Rows>(world.web.get(ExportOwnDataService), 'execute', (rowsOf) => async (ctx, ticket) => {
          const rows = await rowsOf(ctx, ticket);
          return (async function* () {
            yield* rows;
            yield { kind: 'met', members: [...behind.values()] };
          })();
        }),
      ];
      return () => ended.forEach((end) => end());
    },
  },
  {
    leak: 'a tag of a closed board among the popular ones',
    game: 'existence',
    seenIn: /asks popularTags$/,
    remove: ({ community }) =>
      replace<ThreadRepository['popularTags']>(
        community.get(ThreadRepository),
        'popularTags',
        (popular) => (_ctx, first) => popular(RequestContext.system(), first),
      ),
  },
  {
    leak: 'a mail to whoever is named where they cannot read',
    game: 'existence',
    seenIn: /^mail .* to (carola|dorothea)@/,
    remove: ({ community }) =>
      replace<IdentityPort['deliverToFollowers']>(
        community.get(IdentityPort),
        'deliverToFollowers',
        (deliver) => (mail: FollowerMail) => deliver({ ...mail, readers: null }),
      ),
  },
  {
    leak: 'a rule that answers differently at once where somebody names who hides',
    game: 'identity',
    seenIn: /^outcomes$/,
    steps: ['administratorMentionsASuspect'],
    remove: (world) => {
      const hiding = new Set<string>();
      const { pairs, community } = world;
      const nicknames = new Map(
        pairs.flatMap(({ alice, bob }) => [alice, bob].map((one) => [one.memberId, one.nickname] as const)),
      );
      const ended = [
        overhear(world, ({ actor }) => hiding.add(nicknames.get(actor.memberId!)!)),
        replace<ReplyService['execute']>(community.get(ReplyService), 'execute', (reply) => (ctx, input) => {
          const named = [...hiding].some((nickname) => input.body.includes(`@${nickname}`));
          return ctx.actor.isAppointed && named ? Promise.reject(new Conflict()) : reply(ctx, input);
        }),
      ];
      return () => ended.forEach((end) => end());
    },
  },
  {
    leak: 'the member in a line of the log',
    game: 'identity',
    seenIn: /^log$/,
    remove: (world) => overhear(world, ({ actor }) => new Logger('Voices').log({ spoke: actor.memberId! })),
  },
  {
    leak: 'the author in the payload of a job',
    game: 'identity',
    seenIn: /^jobs$/,
    remove: ({ community }) =>
      replace<AppJobs['add']>(
        community.get(AppJobs),
        'add',
        (add) =>
          (tx, ...jobs: NewJob[]) =>
            add(tx, ...jobs.map((job) => ({ ...job, payload: { ...job.payload, by: tx.actor.memberId } }))),
      ),
  },
  {
    leak: 'a message id that belongs to the author',
    game: 'linkage',
    seenIn: /^mail /,
    steps: ['carolReplies', 'hiddenReplies'],
    remove: async ({ community }) => {
      await community.owner.query(`
        CREATE FUNCTION identity.leak() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          NEW.message_id := coalesce((SELECT '<' || md5(s.account_id::text) || '@community.test>' FROM identity.thread_state s
            WHERE s.thread_id = NEW.about[1] AND s.voice = 'anonymous' LIMIT 1), NEW.message_id);
          RETURN NEW; END $$;
        CREATE TRIGGER leak BEFORE INSERT ON identity.outbox_mail FOR EACH ROW EXECUTE FUNCTION identity.leak()`);
      return () => community.owner.query('DROP FUNCTION identity.leak() CASCADE');
    },
  },
  {
    leak: 'kudos for a persona credited to the member at once',
    game: 'identity',
    seenIn: /^table merits\.credit_day$/,
    steps: ['carolThanks'],
    remove: (world) => {
      const { behind, end } = unmask(world);
      type Give = (tx: RequestContext, postId: string, giverId: string, at: Date) => Promise<boolean>;
      const { community } = world;
      const ended = [
        end,
        replace<Give>(
          within(community.get(GiveKudosService), 'kudos'),
          'give',
          (give) => async (tx, postId, giverId, at) => {
            const given = await give(tx, postId, giverId, at);
            const [post] = await community.owner.query<{ author: string; board: string }[]>(
              `SELECT p.author_id AS author, t.board_id AS board FROM forum.post p JOIN forum.thread t ON t.id = p.thread_id
             WHERE p.id = $1`,
              [postId],
            );
            const opening = await community.owner.query<{ id: string }[]>(
              'SELECT id FROM forum.post WHERE author_id = $1',
              [giverId],
            );
            const member = behind.get(post!.author);
            if (member && opening[0])
              await community.owner.query(
                'INSERT INTO merits.credit_day VALUES ($1, $2, $3, $4, 1, 0) ON CONFLICT DO NOTHING',
                [opening[0].id, at, member, post!.board],
              );
            return given;
          },
        ),
      ];
      return () => ended.forEach((end) => end());
    },
  },
  {
    leak: 'the member in the document of the search engine',
    game: 'identity',
    seenIn: /^table search\./,
    remove: (world) => {
      const { behind, end } = unmask(world);
      const ended = [
        end,
        replace<SearchEngine['index']>(
          world.community.get(SearchEngine),
          'index',
          (index) => (ctx, documents: readonly SearchDocument[]) =>
            index(
              ctx,
              documents.map((found) => ({
                ...found,
                authorId: behind.get(found.authorId ?? '') ?? found.authorId,
              })),
            ),
        ),
      ];
      return () => ended.forEach((end) => end());
    },
  },
  {
    leak: 'the minute in which a persona began to speak',
    game: 'identity',
    seenIn: /^table pseudonyms\.pseudonym$/,
    remove: (world) => rewritingPersonas(world, () => ({ createdAt: world.community.clock.now() })),
  },
  {
    leak: 'a picture drawn from the account',
    game: 'linkage',
    seenIn: /thread/,
    remove: (world) =>
      rewritingPersonas(world, ({ actor }) => ({
        pictureSeed: new SeededRandomness(actor.memberId!).publicId(),
      })),
  },
  {
    leak: 'a name drawn from the account',
    game: 'identity',
    seenIn: /thread/,
    remove: (world) => {
      const personas = within(world.community.get(Voices), 'personas');
      const { randomness } = personas as { randomness: unknown };
      type Get = (ctx: RequestContext, ...rest: unknown[]) => Promise<string>;
      const restore = replace<Get>(personas, 'getOrCreate', (get) => (ctx, ...rest) => {
        Object.assign(personas, { randomness: new SeededRandomness(ctx.actor.memberId!) });
        return get(ctx, ...rest);
      });
      return () => {
        restore();
        Object.assign(personas, { randomness });
      };
    },
  },
  {
    leak: 'what a camera wrote into a photo',
    game: 'identity',
    seenIn: /^photo .*: exif of /,
    steps: ['hiddenShowsAPhoto'],
    remove: ({ web }) => {
      type Encode = (...input: [string, string, Buffer]) => Promise<{ file: object; contents: object[] }>;
      return replace<Encode>(
        web.get(UploadFileService),
        'picture',
        (picture) => async (id, purpose, bytes) => {
          const { file, contents } = await picture(id, purpose, bytes);
          return { file, contents: contents.map((content) => ({ ...content, bytes })) };
        },
      );
    },
  },
];
