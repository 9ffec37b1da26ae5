import { registerEnumType } from '@nestjs/graphql';

/** Enum values are what the database stores; names are what the schema shows. */
export enum ReportReasonEnum {
  OFFENSIVE = 'offensive',
  SPAM = 'spam',
  INTERNAL = 'internal',
  UNLAWFUL = 'unlawful',
  WRONG_PLACE = 'wrong-place',
  OTHER = 'other',
}
export enum ReportDecisionEnum {
  KEEP = 'keep',
  HIDE = 'hide',
}

export enum ReportCaseListEnum {
  OPEN = 'open',
  MINE = 'mine',
  DONE = 'done',
}

registerEnumType(ReportCaseListEnum, {
  name: 'ReportCaseList',
  description: 'Which part of the queue: all that waits, what the viewer is at work on, or what is decided.',
});
registerEnumType(ReportReasonEnum, { name: 'ReportReason', description: 'What is wrong with a post.' });
registerEnumType(ReportDecisionEnum, {
  name: 'ReportDecision',
  description: 'The post stays as it is, or becomes a stub with a reason.',
});
