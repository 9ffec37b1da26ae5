import { Field, ObjectType } from '@nestjs/graphql';

/** The person who asks. Domains attach what they know about them. */
@ObjectType('Viewer', { description: 'Whoever asks.' })
export class ViewerObject {
  @Field()
  signedIn!: boolean;
}
