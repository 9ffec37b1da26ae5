import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { Board } from '@kundig/forum/server';
import { TestCommunity, type TestMember } from '../../support/community.js';

/** A board of each test's own, with its people, in one community for all tests of a file. */
export class ModeratedBoard {
  community!: TestCommunity;
  /** The same people for all tests of a file. */
  stranger!: TestMember;
  otherModerator!: TestMember;
  administrator!: TestMember;
  board!: Board;
  asker!: TestMember;
  helper!: TestMember;
  moderator!: TestMember;

  /** Sets up and clears away around the tests of a file. */
  static open(): ModeratedBoard {
    return new ModeratedBoard().aroundTests();
  }

  /** What `open` does, for those who have more on their board. */
  protected aroundTests(): this {
    beforeAll(async () => {
      this.community = await TestCommunity.start();
      this.stranger = await this.community.member();
      this.otherModerator = await this.community.withRole('moderator', await this.community.board());
      this.administrator = await this.community.withRole('administrator');
    });
    beforeEach(() => this.clear());
    afterAll(() => this.community.close());
    return this;
  }

  /** Begins anew, before each test. */
  protected async clear(): Promise<void> {
    const { community } = this;
    this.board = await community.board();
    this.asker = await community.member();
    this.helper = await community.member();
    this.moderator = await community.withRole('moderator', this.board);
  }
}
