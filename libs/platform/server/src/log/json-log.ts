import type { LoggerService } from '@nestjs/common';
import { pino, stdTimeFunctions, type DestinationStream, type Logger as PinoLogger } from 'pino';
import type { Environment } from '../config/environment.js';
import { withoutPersonalData } from './personal-data.js';

/** Facts of one event, beside its time and level. Never content, names, or addresses of people. */
export type Facts = Readonly<Record<string, string | number | boolean>>;

/**
 * One line of JSON for each event, for the programs that collect logs. Texts lose what may belong to a person. What is
 * told in facts is information; Nest's own narration comes as texts and is of interest to debugging alone.
 */
export class JsonLog implements LoggerService {
  private readonly lines: PinoLogger;

  /** @param destination the standard output unless a test says otherwise */
  constructor(level: string, destination: DestinationStream = pino.destination({ fd: 1, sync: true })) {
    this.lines = pino(
      {
        level,
        base: null,
        timestamp: stdTimeFunctions.isoTime,
        formatters: { level: (name) => ({ level: name }) },
      },
      destination,
    );
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write(typeof message === 'object' ? 'info' : 'debug', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  /** Nest gives the context last, and before it, where there is one, the stack. */
  private write(
    level: 'info' | 'debug' | 'warn' | 'error' | 'fatal',
    message: unknown,
    rest: unknown[],
  ): void {
    const texts = rest.filter((item): item is string => typeof item === 'string');
    const context = texts.at(-1);
    const [stack] = texts.slice(0, -1);
    const facts = { context, ...(stack === undefined ? {} : { stack: withoutPersonalData(stack) }) };
    if (message instanceof Error)
      this.lines[level](facts, withoutPersonalData(message.stack ?? message.message));
    else if (typeof message === 'object') this.lines[level]({ ...facts, ...message });
    else this.lines[level](facts, withoutPersonalData(String(message)));
  }
}

/** Levels of Nest that each setting of `LOG_LEVEL` shows where people read the log; its own narration is `debug`. */
const SHOWN = { error: 1, warn: 2, info: 2, debug: 4 } as const;
const NEST_LEVELS = ['error', 'warn', 'log', 'debug'] as const;

/** @returns what Nest is to log with: lines for people, or JSON where `LOG_FORMAT` says so */
export function logOf(environment: Environment): LoggerService | (typeof NEST_LEVELS)[number][] {
  const level = environment.get('LOG_LEVEL');
  return environment.get('LOG_FORMAT') === 'json' ? new JsonLog(level) : NEST_LEVELS.slice(0, SHOWN[level]);
}

/** @returns what the program tells its operator with, one sentence a line, in the format of the log */
export function announcer(environment: Environment): (sentence: string) => void {
  if (environment.get('LOG_FORMAT') === 'text')
    return (sentence) => void process.stdout.write(`${sentence}\n`);
  const log = new JsonLog('info');
  return (sentence) => log.log({ msg: sentence }, 'Kundig');
}
