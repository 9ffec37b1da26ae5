import { Injectable } from '@nestjs/common';
import { Clock, Features } from '@kundig/platform/server';
import type { AuthorRow } from '../storage/pseudonym.repository.js';

/** Which terms of experts run at present: each ends by itself, and nobody is an expert while there are none. */
@Injectable()
export class ExpertTerms {
  constructor(
    private readonly clock: Clock,
    private readonly features: Features,
  ) {}

  /** @returns uuids of the boards whose expert the member is now; none of staff, who speak for the operator everywhere */
  boardsOf({ real_name: staffName, expert_until: until }: AuthorRow): string[] {
    if (staffName !== null || !this.features.isOn('experts')) return [];
    const now = this.clock.now();
    return Object.entries(until ?? {}).flatMap(([boardId, end]) => (new Date(end) > now ? [boardId] : []));
  }
}
