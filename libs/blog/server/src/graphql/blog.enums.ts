import { registerEnumType } from '@nestjs/graphql';

export enum ArticleState {
  DRAFT = 'draft',
  SUBMITTED = 'submitted',
  SCHEDULED = 'scheduled',
  PUBLISHED = 'published',
  WITHDRAWN = 'withdrawn',
}

registerEnumType(ArticleState, {
  name: 'ArticleState',
  description: 'How the newest version of an article stands; an older one may be in force meanwhile.',
});
