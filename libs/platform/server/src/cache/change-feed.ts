import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { INVALIDATION_CHANNEL } from './invalidation.js';

/** Who wants to hear what changed anywhere. All three are called at once, in the order of subscription. */
export interface ChangeListener {
  /** @param tags of what changed, as `PageInvalidation` names it */
  changed(tags: readonly string[]): void;
  /** From now on changes may be missed. */
  lost(): void;
  /** Changes are heard (again); some may have been missed. */
  regained(): void;
}

const RECONNECT_MS = 1_000;

/**
 * What changes on any instance, heard within a moment of the commit. One connection a process: whoever keeps something
 * hears in the same moment, so that nothing new is made of something old.
 */
@Injectable()
export class ChangeFeed implements OnApplicationShutdown {
  private readonly log = new Logger(ChangeFeed.name);
  private readonly listeners: ChangeListener[] = [];
  private client: pg.Client | undefined;
  private connected = false;
  private closed = false;

  /** Whether changes are heard at the moment. */
  get isConnected(): boolean {
    return this.connected;
  }

  subscribe(listener: ChangeListener): void {
    this.listeners.push(listener);
  }

  /** Begins to hear of changes; reconnects by itself. */
  async listen(dataSource: DataSource): Promise<void> {
    const { url, extra } = dataSource.options as { url: string; extra?: object };
    const client = new pg.Client({
      ...extra,
      connectionString: url,
      statement_timeout: 0,
      application_name: 'kundig_pages',
    });
    const lost = (error?: Error) => {
      if (this.client !== client) return;
      this.client = undefined;
      this.connected = false;
      for (const listener of this.listeners) listener.lost();
      if (this.closed) return;
      this.log.warn(
        `lost the channel of changes (${error?.message ?? 'ended'}); pages are not cached until it is back`,
      );
      setTimeout(() => void this.listen(dataSource).catch(() => lost()), RECONNECT_MS).unref();
    };
    this.client = client;
    client.on('error', lost);
    client.on('end', () => lost());
    client.on('notification', ({ payload }) => {
      const tags = (payload ?? '').split(' ');
      for (const listener of this.listeners) listener.changed(tags);
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${INVALIDATION_CHANNEL}`);
      this.connected = true;
      for (const listener of this.listeners) listener.regained();
    } catch (error) {
      lost(error as Error);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    await this.client?.end().catch(() => undefined);
  }
}
