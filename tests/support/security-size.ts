/** `push` for the few minutes of every push; `full` for a night. */
export const SECURITY_SIZE: 'push' | 'full' = process.env.SECURITY_SIZE === 'full' ? 'full' : 'push';

/** @returns how much of something the run does */
export const sized = (push: number, full: number): number => (SECURITY_SIZE === 'full' ? full : push);
