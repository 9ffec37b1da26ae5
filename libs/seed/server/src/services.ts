import type { INestApplicationContext, Type } from '@nestjs/common';

/** Gives the service of any domain. */
export type Services = <T>(type: abstract new (...parameters: never[]) => T) => T;

/** @param context the running community: that of the web process, of a command or of a test */
export const servicesOf =
  (context: Pick<INestApplicationContext, 'get'>): Services =>
  (type) =>
    context.get(type as unknown as Type, { strict: false });
