import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  KeepArticleDraftService,
  ReleaseArticleService,
  SaveArticleService,
  type DeskArticle,
  type SaveArticle,
} from '@kundig/blog/server';
import { filePath, ReadFileService, UploadFileService, type FilePurpose } from '@kundig/files/server';
import {
  DeletePostService,
  EditPostService,
  PostRepository,
  type Board,
  type Post,
  type Thread,
} from '@kundig/forum/server';
import { IdentityPersonalData } from '@kundig/identity/server';
import { HidePostService, RestorePostService } from '@kundig/moderation/server';
import { RequestContext, Worker } from '@kundig/platform/server';
import { Drafts } from '@kundig/pseudonyms/server';
import { SwitchFeatureService } from '@kundig/site/server';
import { pdfShowing } from '@kundig/test-kit';
import sharp from 'sharp';
import { TestCommunity, type TestMember } from '../../support/community.js';

jest.setTimeout(120_000);

let folder: string;
let community: TestCommunity;
let board: Board;
let asker: TestMember;
let other: TestMember;
let moderator: TestMember;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kundig-files-'));
  community = await TestCommunity.start({ DATA_DIR: folder });
  board = await community.board();
  [asker, other] = [await community.member(), await community.member()];
  moderator = await community.withRole('moderator');
});
afterAll(async () => {
  await community?.close();
  await rm(folder, { recursive: true, force: true });
});

const picture = (width = 1200, height = 800) =>
  sharp({ create: { width, height, channels: 3, background: '#3a7' } })
    .jpeg()
    .toBuffer();

/** Hands a picture in. @returns its id and its path */
async function handIn(member: TestMember, purpose: FilePurpose = 'post', bytes?: Buffer) {
  const uploads = community.get(UploadFileService);
  const ctx = await community.as(member);
  await uploads.admit(ctx, purpose);
  const file = await uploads.execute(ctx, purpose, bytes ?? (await picture()));
  return { id: file.id, path: filePath(file) };
}

/** @returns for whom the file is there: `everybody`, `some`, or null where it is unknown */
async function audience(ctx: RequestContext, id: string): Promise<string | null> {
  return community
    .get(ReadFileService)
    .execute(ctx, id)
    .then(
      (readable) => readable.audience,
      (error: { typename?: string }) => {
        if (error.typename === 'NotFoundError') return null;
        throw error;
      },
    );
}

/** Hands a text in, as the member has answered the question about it. */
async function handInText(text: Buffer, leaks?: 'hide' | 'leave') {
  const ctx = await community.as(asker);
  const file = await community.get(UploadFileService).execute(ctx, 'post', text, leaks);
  return { ...file, content: await contentOf(file.id) };
}

/** What the storage has of a file. */
async function contentOf(id: string): Promise<string> {
  const key = createHash('sha256').update(`${id}/whole`).digest('hex');
  return readFile(
    (await stored()).find((path) => path.endsWith(key))!,
    'utf8',
  );
}

const sweep = () => community.get(Worker).perform('app', 'files.sweep-uploads', {});

const stored = async (): Promise<string[]> =>
  (await readdir(join(folder, 'files'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const rowsOf = (table: string, id: string) =>
  community.owner.query<Record<string, unknown>[]>(`SELECT * FROM ${table} WHERE id = $1`, [id]);

const openingOf = async (thread: Thread): Promise<Post> => {
  const [place] = await community
    .get(PostRepository)
    .parts(RequestContext.system(), [{ threadId: thread.id, from: 1, to: 1 }]);
  return place!;
};

describe('a picture that waits', () => {
  it('is there for its owner alone', async () => {
    const { id } = await handIn(asker);
    expect(await audience(await community.as(asker), id)).toBe('some');
    for (const ctx of [community.visitor(), await community.as(other), await community.as(moderator)])
      expect(await audience(ctx, id)).toBeNull();
    expect(await rowsOf('files.file', id)).toEqual([]);
  });

  it('is cleared away after a day, unless a draft names it', async () => {
    const [forgotten, drafted] = [await handIn(asker), await handIn(asker)];
    const before = await stored();
    const ctx = await community.as(asker);
    const draft = {
      threadId: null,
      title: null,
      boardId: null,
      kind: 'question',
      tags: [],
      anonymous: true,
      unindexed: false,
    };
    await community.get(Drafts).save(ctx, { ...draft, body: `Siehe ![Anlage](${drafted.path})` });
    community.clock.advance({ minutes: 2 * 24 * 60 });
    await sweep();
    expect(await audience(ctx, forgotten.id)).toBeNull();
    expect(await rowsOf('identity.upload', forgotten.id)).toEqual([]);
    expect(await audience(ctx, drafted.id)).toBe('some');
    const after = await stored();
    expect(after.length).toBeLessThan(before.length);
    expect(after.length).toBeGreaterThan(0);
  });

  it('goes with its owner', async () => {
    const leaver = await community.member();
    const { id } = await handIn(leaver);
    const [account] = await community.owner.query<{ id: string }[]>(
      'SELECT id FROM identity.account WHERE member_id = $1',
      [leaver.memberId],
    );
    await community
      .get(IdentityPersonalData)
      .erase(RequestContext.system(), { accountId: account!.id, pseudonymIds: [leaver.memberId] });
    expect(await rowsOf('identity.upload', id)).toMatchObject([{ account_id: null }]);
    await sweep();
    expect(await rowsOf('identity.upload', id)).toEqual([]);
  });
});

describe('a picture of a post', () => {
  it('is published with it, and nothing tells whose it was', async () => {
    const { id, path } = await handIn(asker);
    const thread = await community.question(asker, board, {
      anonymous: true,
      body: `So sieht es aus: ![Anlage](${path})`,
    });
    expect(await audience(community.visitor(), id)).toBe('everybody');
    expect(await rowsOf('identity.upload', id)).toEqual([]);
    const post = await openingOf(thread);
    expect(await rowsOf('files.file', id)).toEqual([
      {
        id,
        purpose: 'post',
        kind: 'image',
        width: 1200,
        height: 800,
        bytes: expect.any(Number),
        holder_id: post.id,
      },
    ]);
    expect(post.bodyHtml).toContain(
      `<img src="${path}" alt="Anlage" loading="lazy" decoding="async" width="1200" height="800"`,
    );
    expect(post.bodyHtml).toContain(`srcset="${path}/480 480w, ${path}/960 960w, ${path} 1200w"`);
    for (const file of await stored()) {
      expect(file).not.toContain(id);
      expect((await stat(file)).mtime.getTime() % (15 * 60_000)).toBe(0);
    }
  });

  it('of somebody else is not published by naming it', async () => {
    const { id, path } = await handIn(asker);
    await community.question(other, board, { body: `Meins: ![fremd](${path})` });
    expect(await audience(community.visitor(), id)).toBeNull();
    expect(await audience(await community.as(other), id)).toBeNull();
    expect(await audience(await community.as(asker), id)).toBe('some');
  });

  it('follows the board: in a closed one it is there for the group, and not for shared caches', async () => {
    const closed = await community.groupBoard([asker], false);
    const { id, path } = await handIn(asker);
    await community.question(asker, closed, { body: `Nur für uns: ![Plan](${path})` });
    expect(await audience(await community.as(asker), id)).toBe('some');
    expect(await audience(await community.as(moderator), id)).toBe('some');
    for (const ctx of [community.visitor(), await community.as(other)])
      expect(await audience(ctx, id)).toBeNull();
  });

  it('is gone while the post is hidden, for everybody, and back with it', async () => {
    const { id, path } = await handIn(asker);
    const thread = await community.question(asker, board);
    const post = await community.reply(asker, thread, { body: `Hier: ![Foto](${path})` });
    const ctx = await community.as(moderator);
    await community.get(HidePostService).execute(ctx, { postId: post.publicId, reason: 'Zeigt ein Gesicht' });
    for (const reader of [community.visitor(), await community.as(asker), ctx])
      expect(await audience(reader, id)).toBeNull();
    await community.runJobs();
    await community
      .get(RestorePostService)
      .execute(ctx, { postId: post.publicId, reason: 'Gesicht war keines' });
    expect(await audience(community.visitor(), id)).toBe('everybody');
  });

  it('is gone for good with a deleted post, bytes included', async () => {
    const { id, path } = await handIn(asker);
    const before = (await stored()).length;
    const thread = await community.question(asker, board);
    const post = await community.reply(asker, thread, { body: `Hier: ![Foto](${path})` });
    await community.get(DeletePostService).execute(await community.as(asker), post.publicId);
    expect(await audience(community.visitor(), id)).toBeNull();
    await community.runJobs();
    expect(await rowsOf('files.file', id)).toEqual([]);
    expect((await stored()).length).toBe(before - 3);
  });

  it('is gone when an edit takes it out, and new ones come in', async () => {
    const [first, second] = [await handIn(asker), await handIn(asker)];
    const thread = await community.question(asker, board);
    const post = await community.reply(asker, thread, { body: `Hier: ![alt](${first.path})` });
    await community
      .get(EditPostService)
      .execute(await community.as(asker), { postId: post.publicId, body: `Besser: ![neu](${second.path})` });
    expect(await audience(community.visitor(), first.id)).toBeNull();
    expect(await audience(community.visitor(), second.id)).toBe('everybody');
    await community.runJobs();
    expect(await rowsOf('files.file', first.id)).toEqual([]);
    expect(await rowsOf('files.file', second.id)).toHaveLength(1);
  });

  it('is refused as the twenty-first of a text, and nothing is written', async () => {
    const ids = Array.from({ length: 21 }, () =>
      randomUUID()
        .replaceAll(/[^2-9a-f]/g, 'g')
        .slice(0, 24)
        .padEnd(24, 'h'),
    );
    const before = await community.snapshotOf('forum.post', 'files.file');
    await expect(
      community.question(asker, board, { body: ids.map((id) => `![](/files/${id}-10x10)`).join(' ') }),
    ).rejects.toMatchObject({ messageKey: 'files:error.tooMany' });
    expect(await community.snapshotOf('forum.post', 'files.file')).toEqual(before);
  });
});

describe('a picture of an article', () => {
  let author: TestMember;
  let editor: TestMember;
  beforeAll(async () => {
    author = await community.withRole('author');
    [editor] = [await community.withRole('editor'), await community.withRole('editor')];
  });

  const save = async (body: string, more: Partial<SaveArticle> = {}): Promise<DeskArticle> =>
    community.get(SaveArticleService).execute(await community.as(author), {
      title: 'Was auf dem Bild zu sehen ist',
      teaser: 'Ein Artikel mit einem Bild im Text.',
      ...{
        body: `${body}\n\nDazu gehört ein Text, der lang genug ist.`,
        tags: [],
        lang: 'de',
        picture: null,
      },
      ...{ submit: true, clientKey: randomUUID(), ...more },
    });
  const release = async ({ publicId, number }: DeskArticle) =>
    community
      .get(ReleaseArticleService)
      .execute(await community.as(editor), { articleId: publicId, revision: number });
  const audiences = async (id: string) =>
    Promise.all(
      [
        community.visitor(),
        ...(await Promise.all([other, author, editor].map((who) => community.as(who)))),
      ].map((ctx) => audience(ctx, id)),
    );

  it('is seen by its owner, then by those who work on the article, and by everybody once it is released', async () => {
    const { id, path } = await handIn(author, 'article');
    const above = await handIn(author, 'article');
    expect(await audiences(id)).toEqual([null, null, 'some', null]);
    const article = await save(`![Ein Bagger](${path})`, {
      picture: { path: above.path, alt: 'Ein Rathaus' },
    });
    expect(await rowsOf('identity.upload', id)).toEqual([]);
    for (const one of [id, above.id]) expect(await audiences(one)).toEqual([null, null, 'some', 'some']);
    await release(article);
    for (const one of [id, above.id]) expect(await audiences(one)).toEqual(Array(4).fill('everybody'));
  });

  it('is refused to everybody while the blog is off', async () => {
    const { id, path } = await handIn(author, 'article');
    await release(await save(`![Ein Bagger](${path})`));
    const administrator = await community.as(await community.withRole('administrator'));
    const turn = (on: boolean) =>
      community.get(SwitchFeatureService).execute(administrator, { feature: 'blog', on });
    await turn(false);
    expect(await audiences(id)).toEqual([null, null, null, null]);
    await turn(true);
    expect(await audiences(id)).toEqual(Array(4).fill('everybody'));
  });

  it('is gone with the text in force that showed it, and stays for those who read its versions', async () => {
    const { id, path } = await handIn(author, 'article');
    const first = await save(`![Ein Bagger](${path})`);
    await release(first);
    const second = await save('Ohne Bild', { articleId: first.publicId, revision: first.number });
    expect(await audience(community.visitor(), id)).toBe('everybody');
    await release(second);
    expect(await audiences(id)).toEqual([null, null, 'some', 'some']);
  });

  it('is shown by the translation, too, and by no other article of somebody who knows its address', async () => {
    const { id, path } = await handIn(author, 'article');
    const german = await save(`![Ein Bagger](${path})`);
    await release(await save(`![Fremd](${path})`));
    expect(await audience(community.visitor(), id)).toBeNull();
    const text = `![A digger](${path})`;
    await release(await save(text, { lang: 'en', translationId: german.publicId }));
    expect(await audience(community.visitor(), id)).toBe('everybody');
  });

  it('waits as long as a draft names it, and is cleared away after a day otherwise', async () => {
    const [forgotten, inText, above] = [
      await handIn(author, 'article'),
      await handIn(author, 'article'),
      await handIn(author, 'article'),
    ];
    await community.get(KeepArticleDraftService).execute(await community.as(author), {
      ...{ title: '', teaser: '', tags: '', body: `![Noch offen](${inText.path})` },
      ...{ picture: above.path, pictureAlt: '' },
    });
    community.clock.advance({ minutes: 2 * 24 * 60 });
    await sweep();
    const ctx = await community.as(author);
    expect(await audience(ctx, forgotten.id)).toBeNull();
    for (const { id } of [inText, above]) expect(await audience(ctx, id)).toBe('some');
  });
});

describe('a picture of the site or an article', () => {
  it('is there at once, for everybody, when it is of the site', async () => {
    const { id } = await handIn(await community.withRole('administrator'), 'site');
    expect(await audience(community.visitor(), id)).toBe('everybody');
  });

  it('is not handed in by members', async () => {
    const before = await community.snapshotOf('files.file', 'identity.upload');
    for (const purpose of ['article', 'site'] as const)
      await expect(handIn(asker, purpose)).rejects.toMatchObject({ typename: 'NotFoundError' });
    expect(await community.snapshotOf('files.file', 'identity.upload')).toEqual(before);
  });

  it('is a picture: documents belong to posts', async () => {
    const editor = await community.withRole('editor');
    await expect(handIn(editor, 'article', Buffer.from('Ein Protokoll'))).rejects.toMatchObject({
      messageKey: 'files:error.onlyPictures',
    });
  });
});

it('nothing of the original survives in the storage', async () => {
  const secret = 'KANARIE-7f3a-Standort-Bielefeld';
  const photo = await sharp(await picture())
    .withExif({
      IFD0: { Artist: secret, Copyright: secret },
      IFD3: { GPSLatitude: '52/1 1/1 0/1', GPSLatitudeRef: 'N' },
    })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description>${secret}</rdf:Description></rdf:RDF></x:xmpmeta>`,
    )
    .jpeg()
    .toBuffer();
  expect(photo.includes(secret)).toBe(true);
  const before = new Set(await stored());
  await handIn(asker, 'post', Buffer.concat([photo, Buffer.from(secret)]));
  const fresh = (await stored()).filter((file) => !before.has(file));
  expect(fresh).toHaveLength(3);
  for (const file of fresh) {
    const bytes = await readFile(file);
    const metadata = await sharp(bytes).metadata();
    expect([metadata.exif, metadata.xmp, metadata.iptc]).toEqual([undefined, undefined, undefined]);
    expect(bytes.includes(secret)).toBe(false);
  }
});

describe('a log in which something may be nobody’s to read', () => {
  const log = Buffer.from('08:12 INVITE from +495614710123\n08:13 Kd.-Nr. 6610428, ok\n');

  it('is asked about like a text that is written, and not kept before', async () => {
    const [before, rows] = [await stored(), await community.snapshotOf('identity.upload', 'site.leak_count')];
    await expect(handInText(log)).rejects.toMatchObject({
      details: {
        field: 'leaks',
        params: { count: 2, places: expect.stringMatching(/\+495614710123.*6610428/) },
      },
    });
    expect(await stored()).toEqual(before);
    expect(await community.snapshotOf('identity.upload', 'site.leak_count')).toEqual(rows);
  });

  it('is kept as its owner answers, whatever letters it is written in', async () => {
    expect((await handInText(log, 'leave')).content).toBe(log.toString());
    const hidden = '08:12 INVITE from [Telefonnummer]\n08:13 Kd.-Nr. [Kundennummer], ok\n';
    const kept = await handInText(log, 'hide');
    expect(kept.content).toBe(hidden);
    expect(kept.bytes).toBe(Buffer.byteLength(hidden));
    const old = Buffer.from(`\ufeff${log.toString()}`, 'utf16le');
    expect((await handInText(old, 'hide')).content).toBe(hidden);
  });

  it('is taken as it comes where nothing is found', async () => {
    const harmless = 'Fehler 403 nach dem Update auf 7.57\n';
    expect((await handInText(Buffer.from(harmless))).content).toBe(harmless);
  });
});

describe('a PDF in which something may be nobody’s to read', () => {
  const pdf = pdfShowing('Bitte unter 0221 4710-388 anrufen', {
    trailer: '/Info 6 0 R',
    objects: ['<</Author (Kranich) /Title (Mahnung Kranich)>>'],
  });

  it.each([undefined, 'hide'] as const)('is asked about, answered with %s, and not kept', async (leaks) => {
    const before = [await stored(), await community.snapshotOf('identity.upload', 'site.leak_count')];
    await expect(handInText(pdf, leaks)).rejects.toMatchObject({
      messageKey: 'leak-guard:error.foundUnchanged',
      details: { field: 'leaks', params: { count: 1, places: expect.stringContaining('0221 4710-388') } },
    });
    expect([await stored(), await community.snapshotOf('identity.upload', 'site.leak_count')]).toEqual(
      before,
    );
  });

  it('is kept once its owner leaves it so, without a word about who wrote it', async () => {
    const counts = await community.snapshotOf('site.leak_count');
    const { content, kind, bytes } = await handInText(pdf, 'leave');
    expect([kind, content.slice(0, 5)]).toEqual(['pdf', '%PDF-']);
    expect(content).not.toContain('Kranich');
    expect(bytes).toBeGreaterThan(0);
    expect(await community.snapshotOf('site.leak_count')).not.toEqual(counts);
  });

  it('is taken where nothing is found', async () => {
    expect((await handInText(pdfShowing('Fehler 403'))).kind).toBe('pdf');
  });
});
