import { Injectable } from '@nestjs/common';
import { IdentityDatabase, JobQueue } from '@kundig/platform/server';

/** Jobs of this domain, in a queue the app's role cannot read. */
@Injectable()
export class IdentityJobs extends JobQueue {
  constructor(database: IdentityDatabase) {
    super(database, 'jobs_identity');
  }
}
