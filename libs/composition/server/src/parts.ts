import { administrationTexts } from '@kundig/administration/server';
import {
  AddArticlePictures1795000245000,
  blogInsertOnlyTables,
  blogTexts,
  CreateBlog1795000240000,
  KeepPicturesInDrafts1795000360002,
  MarkPrivateOpinionsOfComments1795000370402,
  LetArticlesBeRedacted1795000320005,
} from '@kundig/blog/server';
import {
  CreateFaq1795000080000,
  faqEntities,
  faqInsertOnlyTables,
  faqTexts,
  LetPassagesBeRedacted1795000253000,
} from '@kundig/faq/server';
import {
  CreateFiles1795000210000,
  filesTexts,
  HangPicturesOnArticles1795000360001,
} from '@kundig/files/server';
import {
  AddMentions1795000221000,
  AskAskers1795000235000,
  CountSameProblems1795000231000,
  CountPostsByIndex1795000455000,
  AddSlowMode1795000250000,
  CountThreadsOfBoards1795000130000,
  CreateForum1795000040000,
  CreateSolutionProposal1795000350004,
  SayWhyASolutionIsProposed1795000370401,
  KnowWhoSolved1795000350002,
  forumEntities,
  forumTexts,
  LetThreadsMerge1795000320000,
  LetThreadsBeDuplicates1795000573000,
  LetThreadsStayUnindexed1795000530000,
  ShapeBoards1795000260000,
  KeepRevisions1795000252000,
  MarkPrivateOpinions1795000360003,
} from '@kundig/forum/server';
import {
  AddGroupLeads1795000340002,
  CreateAccessRequest1795000261000,
  CreateGroups1795000030000,
  groupsTexts,
  InviteAuthors1795000241000,
} from '@kundig/groups/server';
import {
  identityEntities,
  identityInsertOnlyTables,
  identityMigrations,
  identityTexts,
} from '@kundig/identity/server';
import {
  CreateImporter1795000100000,
  CreateRedirect1795000574000,
  importerTexts,
} from '@kundig/importer/server';
import {
  CountHelped1795000233000,
  CreateArticleKudos1795000242000,
  CreateKudos1795000050000,
  CreateMemberCredit1795000551001,
  kudosTexts,
} from '@kundig/kudos/server';
import { leakGuardTexts } from '@kundig/leak-guard/server';
import { CreateMerits1795000234000 } from '@kundig/merits/server';
import { notificationsTexts } from '@kundig/notifications/server';
import {
  CreateCommentReports1795000243000,
  JoinReports1795000310000,
  CreateContentNotice1795000310002,
  CreateModeration1795000060000,
  CreateObjection1795000380000,
  LetObjectionsReopen1795000486000,
  NoteWhatNoticesHid1795000380001,
  CreateSuspension1795000300001,
  LetReasonsBeRedacted1795000320003,
  moderationInsertOnlyTables,
  moderationTexts,
} from '@kundig/moderation/server';
import {
  CreateKeyFingerprint1795000120000,
  CreateLongWork1795000340001,
  CreatePlatform1795000000000,
  platformTexts,
  type LocaleTexts,
  type MigrationClass,
} from '@kundig/platform/server';
import { pseudonymsEntities, pseudonymsMigrations, pseudonymsTexts } from '@kundig/pseudonyms/server';
import {
  AddSameProblems1795000232000,
  CountWords1795000550000,
  CreateSearch1795000070000,
  FindNames1795000483000,
  IndexArticles1795000244000,
  KeepPendingListsShort1795000492000,
  CreateHelpPages1795000575000,
  CreateSynonyms1795000572001,
  KeepWordsWithTheirPost1795000577100,
  LookAtTheNewestFirst1795000577000,
  LogSearches1795000572000,
  LookWordsUpByTheirBeginning1795000550001,
  MarkSingleWords1795000410000,
  searchTexts,
  MirrorDocuments1795000571000,
} from '@kundig/search/server';
import { siteMigrations, siteTexts } from '@kundig/site/server';

/** Every migration of every domain; their timestamps give the one order. */
export const domainMigrations: MigrationClass[] = [
  CreatePlatform1795000000000,
  ...identityMigrations,
  ...pseudonymsMigrations,
  CreateGroups1795000030000,
  CreateForum1795000040000,
  CreateKudos1795000050000,
  CreateModeration1795000060000,
  CreateSearch1795000070000,
  CreateFaq1795000080000,
  CreateImporter1795000100000,
  CreateRedirect1795000574000,
  CreateKeyFingerprint1795000120000,
  CountThreadsOfBoards1795000130000,
  ...siteMigrations,
  CreateFiles1795000210000,
  CountSameProblems1795000231000,
  CountPostsByIndex1795000455000,
  AddSameProblems1795000232000,
  CountHelped1795000233000,
  CreateMerits1795000234000,
  AskAskers1795000235000,
  CreateBlog1795000240000,
  InviteAuthors1795000241000,
  CreateArticleKudos1795000242000,
  CreateCommentReports1795000243000,
  JoinReports1795000310000,
  CreateContentNotice1795000310002,
  IndexArticles1795000244000,
  MarkSingleWords1795000410000,
  FindNames1795000483000,
  KeepPendingListsShort1795000492000,
  AddMentions1795000221000,
  ShapeBoards1795000260000,
  CreateAccessRequest1795000261000,
  AddArticlePictures1795000245000,
  AddSlowMode1795000250000,
  KeepRevisions1795000252000,
  LetPassagesBeRedacted1795000253000,
  HangPicturesOnArticles1795000360001,
  KeepPicturesInDrafts1795000360002,
  MarkPrivateOpinionsOfComments1795000370402,
  MarkPrivateOpinions1795000360003,
  CreateLongWork1795000340001,
  AddGroupLeads1795000340002,
  KnowWhoSolved1795000350002,
  CreateSuspension1795000300001,
  CreateSolutionProposal1795000350004,
  SayWhyASolutionIsProposed1795000370401,
  LetThreadsMerge1795000320000,
  LetReasonsBeRedacted1795000320003,
  CreateObjection1795000380000,
  NoteWhatNoticesHid1795000380001,
  LetArticlesBeRedacted1795000320005,
  LetObjectionsReopen1795000486000,
  LetThreadsStayUnindexed1795000530000,
  CountWords1795000550000,
  LookWordsUpByTheirBeginning1795000550001,
  CreateMemberCredit1795000551001,
  MirrorDocuments1795000571000,
  LogSearches1795000572000,
  CreateSynonyms1795000572001,
  LetThreadsBeDuplicates1795000573000,
  CreateHelpPages1795000575000,
  LookAtTheNewestFirst1795000577000,
  KeepWordsWithTheirPost1795000577100,
];

/** PostgreSQL schemas, one per domain. */
export const domainSchemas = [
  'platform',
  'identity',
  'files',
  'pseudonyms',
  'groups',
  'forum',
  'blog',
  'kudos',
  'moderation',
  'search',
  'faq',
  'importer',
  'site',
  'merits',
];

/** Tables in which no role may change or delete a row. */
export const insertOnlyTables: string[] = [
  'platform.key_fingerprint',
  ...identityInsertOnlyTables,
  ...moderationInsertOnlyTables,
  ...blogInsertOnlyTables,
  ...faqInsertOnlyTables,
];

/** Entities read under the role of the app. */
export const appEntities = [...pseudonymsEntities, ...forumEntities, ...faqEntities];

/** Entities read under the role of identity. */
export const accountEntities = [...identityEntities];

/** Server-side texts by domain. */
export const domainTexts: Record<string, LocaleTexts> = {
  platform: platformTexts,
  identity: identityTexts,
  files: filesTexts,
  'leak-guard': leakGuardTexts,
  groups: groupsTexts,
  pseudonyms: pseudonymsTexts,
  forum: forumTexts,
  blog: blogTexts,
  kudos: kudosTexts,
  moderation: moderationTexts,
  search: searchTexts,
  faq: faqTexts,
  notifications: notificationsTexts,
  importer: importerTexts,
  site: siteTexts,
  administration: administrationTexts,
};
