import { Injectable } from '@nestjs/common';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { Environment, IdentityDatabase, TooManyRequests } from '@kundig/platform/server';
import type { Allowance } from './limit-table.js';

/** Makes limiters; beyond the limit none of them costs a statement. */
@Injectable()
export class Limiters {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly environment: Environment,
  ) {}

  /** Counts for all instances together, one statement a go. */
  shared(name: string, allowance: Allowance): RateLimiterAbstract {
    const points = this.pointsOf(allowance);
    return new RateLimiterPostgres({
      storeClient: this.database.dataSource,
      storeType: 'typeorm',
      schemaName: 'identity',
      tableName: 'write_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      points,
      duration: allowance.seconds,
      inMemoryBlockOnConsumed: points + 1,
    });
  }

  /** Counts for this process alone, without a statement. */
  ofThisProcess(allowance: Allowance): RateLimiterAbstract {
    return new RateLimiterMemory({ points: this.pointsOf(allowance), duration: allowance.seconds });
  }

  private pointsOf({ points }: Allowance): number {
    return Math.ceil(points * this.environment.get('LIMIT_FACTOR'));
  }
}

/**
 * @param goes    how many are taken at once
 * @param refusal key of a text that counts minutes, in place of the common one
 * @throws TooManyRequests when the limiter is used up; any other failure as it came
 */
export async function consumeFrom(
  limiter: RateLimiterAbstract,
  key: string,
  { goes = 1, refusal }: { goes?: number; refusal?: string } = {},
): Promise<void> {
  try {
    await limiter.consume(key, goes);
  } catch (reason) {
    if (reason instanceof RateLimiterRes) throw new TooManyRequests(reason.msBeforeNext / 1000, refusal);
    throw reason;
  }
}

/** Counts nothing. @returns whether `isUsedUp` has said so before */
export async function wasUsedUp(limiter: RateLimiterAbstract, key: string): Promise<boolean> {
  const state = await limiter.get(key);
  return state !== null && state.consumedPoints > limiter.points;
}

/** Counts one more. @returns whether the limiter is used up; any other failure is thrown as it came */
export async function isUsedUp(limiter: RateLimiterAbstract, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return false;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return true;
    throw refusal;
  }
}
