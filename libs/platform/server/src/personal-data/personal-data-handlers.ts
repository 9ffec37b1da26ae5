import { Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { RequestContext } from '../context/request-context.js';
import {
  PERSONAL_DATA,
  type DataSubject,
  type ExportRow,
  type PersonalDataHandler,
} from './personal-data.js';

/** Everybody who holds data about persons: found by their mark, so that a new domain is never left out. */
@Injectable()
export class PersonalDataHandlers {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  /** One domain after the other, a domain's rows as they come. */
  async *export(ctx: RequestContext, subject: DataSubject): AsyncIterable<ExportRow> {
    for (const handler of this.all()) yield* handler.export(ctx, subject);
  }

  /** Each domain for itself; safe to repeat after a failure half way. */
  async erase(ctx: RequestContext, subject: DataSubject): Promise<void> {
    for (const handler of this.all()) await handler.erase(ctx, subject);
  }

  private all(): PersonalDataHandler[] {
    return this.discovery
      .getProviders()
      .filter(
        ({ metatype, instance }) =>
          typeof metatype === 'function' && instance && this.reflector.get(PERSONAL_DATA, metatype),
      )
      .map(({ instance }) => instance as PersonalDataHandler);
  }
}
