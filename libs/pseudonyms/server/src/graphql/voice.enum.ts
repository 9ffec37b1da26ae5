import { registerEnumType } from '@nestjs/graphql';
import type { VoiceName } from '@kundig/identity/server';

/** As whom the viewer speaks in a thread. */
export enum Voice {
  NICKNAME = 'nickname',
  ANONYMOUS = 'anonymous',
}
registerEnumType(Voice, { name: 'Voice', description: 'As whom the viewer speaks in a thread.' });

/** @returns the enum's value for a name; null stays null */
export const voiceOf = (name: VoiceName | null): Voice | null => (name === null ? null : (name as Voice));
