import type { SuspensionView } from './suspensions.js';

/** As whom somebody speaks in a thread: under the nickname, or anonymously in this thread only. */
export type VoiceName = 'nickname' | 'anonymous';

/** A claim younger than this may still be making its persona. */
export const SETTLED_AFTER_MINUTES = 60;

/** The wish to write in a thread. */
export interface VoiceClaim {
  readonly memberId: string;
  readonly threadId: string;
  /** Null takes the fixed voice, or the nickname where none is fixed. */
  readonly wanted: VoiceName | null;
  /** Whether the member holds a role. */
  readonly appointed: boolean;
  /** A moderator publishes what the member wrote before; suspensions do not hold it up. */
  readonly released: boolean;
  /** Random id the persona gets if this claim is the one that makes it. */
  readonly candidateId: string;
}

/** The one persona of an account in a thread, as the app side stores and finds it. Binary values are base64url. */
export interface PersonaTicket {
  readonly personaId: string;
  /** The persona has posted before, so its row exists. */
  readonly established: boolean;
  /** HMAC-SHA256 of thread and account secret under each key version, the current one first. */
  readonly lookups: readonly string[];
  /** Link to the account, sealed under the newest key for this persona and thread. */
  readonly sealedLink: string;
  readonly keyVersion: number;
  /** Threads whose posts came here: their personas speak in this one, too, and no two may have one name. */
  readonly originIds: readonly string[];
}

/** Why a claim was refused. */
export interface RefusedVoice {
  readonly suspensions: readonly SuspensionView[];
  /** The member is giving its persona up at this moment. */
  readonly givingUp: boolean;
}

/** As whom the next post in the thread is written. */
export interface ClaimedVoice {
  readonly suspensions?: undefined;
  /** The voice that holds from now on; the caller compares it with the wanted one. */
  readonly voice: VoiceName;
  /** Only with an anonymous voice. */
  readonly persona: PersonaTicket | null;
}

/** A post that was written, told after its transaction has committed. */
export interface WrittenPost {
  readonly memberId: string;
  readonly threadId: string;
  readonly postId: string;
  readonly position: number;
  /** Exact instant, ISO 8601; kept here alone when a persona wrote. */
  readonly at: string;
  readonly voice: VoiceName;
}

/** Sealed link of a persona as the app side keeps it; only identity can open it. Binary values are base64url. */
export interface SealedPersona {
  readonly personaId: string;
  readonly threadId: string;
  readonly sealedLink: string;
  readonly keyVersion: number;
}

/** A persona, and how often what it wrote was thanked for. */
export interface ThankedPersona extends SealedPersona {
  readonly kudos: number;
}

/** Thanks that a member is credited with. */
export interface MemberCredit {
  readonly memberId: string;
  readonly kudos: number;
}

/** The same after a rotation of the keys, with the lookup under which it is found from now on. */
export interface ResealedPersona extends SealedPersona {
  readonly lookup: string;
}

/** An entry of identity's index of personas; `ref` names the entry and tells nothing. */
export interface IndexedPersona {
  readonly ref: string;
  readonly personaId: string;
}

/** The pseudonym under which a member speaks in a thread, where that is not the nickname. */
export interface OwnPersona {
  readonly threadId: string;
  readonly personaId: string;
}
