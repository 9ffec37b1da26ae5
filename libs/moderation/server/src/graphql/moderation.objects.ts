import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import type { AuditEntry } from '../storage/audit.repository.js';
import type { Report, ReportCase } from '../storage/report.repository.js';
import { ReportDecisionEnum, ReportReasonEnum } from './moderation.enums.js';

@ObjectType('Report', {
  description: 'What somebody told the moderators about a post or a comment; never who it was.',
})
export class ReportObject {
  /** Not part of the schema: what the field resolvers need. */
  readonly row!: Report;

  @Field(() => ID) id!: string;
  @Field(() => ReportReasonEnum) ground!: ReportReasonEnum;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) resolvedAt!: Date | null;
  @Field(() => ReportDecisionEnum, { nullable: true }) decision!: ReportDecisionEnum | null;

  static of(row: Report): ReportObject {
    return Object.assign(new ReportObject(), { row, ...row, ground: row.reason });
  }
}

@ObjectType('ReportCase', { description: 'Everything reported about one post or comment.' })
export class ReportCaseObject {
  /** Not part of the schema: what the field resolvers need. */
  readonly row!: ReportCase;

  @Field(() => ID, { description: 'Id of its newest report; deciding that one decides the case.' })
  id!: string;
  @Field(() => GraphQLISODateTime, {
    description: 'When the first open report came; when it was decided, where none is open.',
  })
  at!: Date;
  @Field(() => ReportDecisionEnum, { nullable: true, description: 'Null while something is open.' })
  decision!: ReportDecisionEnum | null;

  static of(row: ReportCase): ReportCaseObject {
    return Object.assign(new ReportCaseObject(), {
      row,
      id: row.id,
      at: row.at,
      decision: row.decision,
    });
  }
}

@ObjectType('AuditEntry', { description: 'One thing a moderator did; such an entry never changes.' })
export class AuditEntryObject {
  /** Not part of the schema: what the field resolvers need. */
  readonly row!: AuditEntry;

  @Field(() => ID, { description: 'Place in the log, from 1.' }) id!: string;
  @Field(() => GraphQLISODateTime) at!: Date;
  @Field(() => String, { nullable: true }) reason!: string | null;

  static of(row: AuditEntry): AuditEntryObject {
    return Object.assign(new AuditEntryObject(), {
      row,
      id: row.seq,
      at: row.at,
      reason: row.action === 'reason-redacted' ? null : row.reason,
    });
  }
}
