/** Whether others come to the community, as far as setting it up must know. Provided by identity, which invites. */
export abstract class FirstInvitations {
  /** @returns whether anybody was invited, or has joined whoever set the community up; one statement */
  abstract begun(): Promise<boolean>;
}
