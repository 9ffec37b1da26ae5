import { Injectable } from '@nestjs/common';
import { AuditSubjects } from '@kundig/moderation/server';
import { TaskNames } from './task-names.js';

/** What the audit log calls jobs that somebody let be tried again or gave up for good: what their task is called. */
@Injectable()
export class JobSubjects {
  constructor(names: TaskNames, subjects: AuditSubjects) {
    subjects.register('job', (ctx, tasks) => {
      const named = tasks.map((task) => [task, names.of(ctx.locale, task)] as const);
      const found = named.filter(([task, name]) => name !== task); // one of an earlier release may have gone
      return Promise.resolve(
        new Map(found.map(([task, name]) => [task, { name, authorId: null, path: '/admin/jobs' }])),
      );
    });
  }
}
