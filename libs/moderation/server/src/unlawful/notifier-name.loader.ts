import { Injectable } from '@nestjs/common';
import { BatchLoader, inOrderOf, type RequestContext } from '@kundig/platform/server';
import { Notifiers } from '@kundig/pseudonyms/server';

/** Name under which a notice was sent, by its primary key; for those who decide it. */
@Injectable()
export class NotifierNameLoader extends BatchLoader<{ name: string | null }> {
  constructor(private readonly notifiers: Notifiers) {
    super();
  }

  protected async loadBatch(
    _ctx: RequestContext,
    ids: readonly string[],
  ): Promise<({ name: string | null } | null)[]> {
    return inOrderOf(ids, await this.notifiers.names(ids), ({ noticeId }) => noticeId);
  }
}
