import type { Board, Post, Thread } from '@kundig/forum/server';
import type { RequestContext } from '@kundig/platform/server';
import type { TestMember } from '../../support/community.js';
import type { PlantedPerson } from '../../support/planted-person.js';
import type { Candidate, ObserverName, World } from './world.js';

/** Who acts in a step: whoever hides in this world, or somebody who looks. */
export type Part = 'hidden' | ObserverName;

/** A post of the scene, and who wrote it. */
interface WrittenPost extends Pick<Post, 'id' | 'publicId'> {
  readonly by: Part;
}

/** One thread of a scenario as it is played in one world, with its cast. */
export class Stage {
  thread: Thread | null = null;
  readonly posts: WrittenPost[] = [];
  /** Addresses of what whoever hides has uploaded and shown. */
  readonly photos: string[] = [];

  /**
   * @param name   the same in both worlds; words of the thread by which it is found
   * @param pair   index of the two of whom one hides
   * @param hidden who of them it is in this world
   */
  constructor(
    readonly world: World,
    readonly name: string,
    readonly pair: number,
    readonly hidden: Candidate,
    readonly board: Board,
  ) {}

  /** A fresh request of whoever acts. */
  as(part: Part): Promise<RequestContext> {
    return this.world.community.as(this.member(part));
  }

  member(part: Part): TestMember {
    return part === 'hidden' ? this.person : this.world.observers[part];
  }

  /** Whoever hides. */
  get person(): PlantedPerson {
    return this.world.pairs[this.pair]![this.hidden];
  }

  /** The last post of somebody that may still be there. @throws NothingToDo */
  last(by: Part): WrittenPost {
    const post = this.posts.findLast((written) => written.by === by);
    if (!post) throw new NothingToDo();
    return post;
  }

  /** Public id of the thread, once it is there. @throws NothingToDo */
  get threadId(): string {
    if (!this.thread) throw new NothingToDo();
    return this.thread.publicId;
  }
}

/** The step has nothing to act on, in either world. */
export class NothingToDo extends Error {}
