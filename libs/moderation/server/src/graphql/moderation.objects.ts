import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import type { AuditEntry } from '../storage/audit.repository.js';
import type { Report } from '../storage/report.repository.js';
import { ReportDecisionEnum } from './moderation.enums.js';

@ObjectType('Report', { description: 'What somebody told the moderators about a post; never who it was.' })
export class ReportObject {
  /** Not part of the schema: what the field resolvers need. */
  readonly row!: Report;

  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) resolvedAt!: Date | null;
  @Field(() => ReportDecisionEnum, { nullable: true }) decision!: ReportDecisionEnum | null;

  static of(row: Report): ReportObject {
    return Object.assign(new ReportObject(), { row, ...row });
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
    return Object.assign(new AuditEntryObject(), { row, id: row.seq, at: row.at, reason: row.reason });
  }
}
