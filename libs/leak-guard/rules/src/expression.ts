const SYNTAX = /[$()*+./?[\\\]^{|}]/g;

/** A text as a part of an expression with the flag `u` that finds just this text. */
export const escaped = (text: string): string => text.replace(SYNTAX, '\\$&');
