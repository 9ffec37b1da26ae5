import { Injectable } from '@nestjs/common';
import { IdentityDatabase, PageNotices } from '@kundig/platform/server';

/** Tells which cached pages are stale with the commit of a write of this domain. */
@Injectable()
export class IdentityPages extends PageNotices {
  constructor(database: IdentityDatabase) {
    super(database);
  }
}
