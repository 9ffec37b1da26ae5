import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FileHolders, type Audience, type FileHolder, type PublishedFile } from '@kundig/files/server';
import { Features, type RequestContext } from '@kundig/platform/server';
import { PersonRepository } from '../storage/person.repository.js';

/**
 * Answers for portraits: everybody sees the one a living member shows, nobody an earlier one, and of those who show themselves
 * by choice none while that is off.
 */
@Injectable()
export class Portraits implements FileHolder, OnModuleInit {
  constructor(
    private readonly holders: FileHolders,
    private readonly persons: PersonRepository,
    private readonly features: Features,
  ) {}

  onModuleInit(): void {
    this.holders.register('portrait', this);
  }

  async audienceOf(ctx: RequestContext, { id, holderId }: PublishedFile): Promise<Audience | null> {
    const staffOnly = !this.features.isOn('persons');
    return (await this.persons.shows(ctx, holderId!, id, staffOnly)) ? 'everybody' : null;
  }
}
