import { Field, ID, InputType } from '@nestjs/graphql';
import { z } from 'zod';

const id = z.string().min(1).max(64);
const clientKey = z.uuid();

@InputType()
export class ThankArticleInput {
  @Field(() => ID) articleId!: string;
  @Field({ description: 'False takes the thanks back.' }) given!: boolean;
  @Field(() => String) clientKey!: string;
}
export const thankArticleSchema = z.object({ articleId: id, given: z.boolean(), clientKey });

@InputType()
export class ThankCommentInput {
  @Field(() => ID) commentId!: string;
  @Field({ description: 'False takes the thanks back.' }) given!: boolean;
  @Field(() => String) clientKey!: string;
}
export const thankCommentSchema = z.object({ commentId: id, given: z.boolean(), clientKey });
