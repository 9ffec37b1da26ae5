import { registerEnumType } from '@nestjs/graphql';

export enum FaqStatus {
  PROPOSED = 'proposed',
  EDITED = 'edited',
  RELEASED = 'released',
  WITHDRAWN = 'withdrawn',
}
export enum FaqReview {
  SOLUTION_WITHDRAWN = 'solution-withdrawn',
  SOURCE_GONE = 'source-gone',
}

registerEnumType(FaqStatus, {
  name: 'FaqStatus',
  description: 'How the newest revision of an entry stands; an older one may be in force meanwhile.',
});
registerEnumType(FaqReview, {
  name: 'FaqReview',
  description: 'Why editors should look again: the answer is no solution any more, or can no longer be read.',
});
