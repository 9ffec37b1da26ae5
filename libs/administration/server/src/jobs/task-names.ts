import { Injectable } from '@nestjs/common';
import { Translator, type Locale } from '@kundig/platform/server';

/** A task that follows an event: `<event>><class>.<method>`. */
const FOLLOWER = /^[^>]+>(\w+)\.\w+$/;

/** What the tasks of the workers are called by people. */
@Injectable()
export class TaskNames {
  constructor(private readonly translator: Translator) {}

  /**
   * @param task as the queue knows it; tasks that follow several events for the same end share a name
   * @returns a name in the language; the task itself where nobody has named it
   */
  of(locale: Locale, task: string): string {
    const follower = FOLLOWER.exec(task)?.[1];
    const key = follower ? `follower.${follower}` : task;
    return this.translator.translate(locale, `administration:task.${key}`, { defaultValue: task });
  }
}
