import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { Environment, IdentityDatabase, TooManyRequests } from '@kundig/platform/server';
import type { Allowance } from './limit-table.js';

/** Makes limiters that count for all instances together, one statement a go; beyond the limit none. */
@Injectable()
export class Limiters {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly environment: Environment,
  ) {}

  shared(name: string, allowance: Allowance): RateLimiterAbstract {
    const { seconds } = allowance;
    const points = Math.ceil(allowance.points * this.environment.get('LIMIT_FACTOR'));
    return new RateLimiterPostgres({
      storeClient: this.database.dataSource,
      storeType: 'typeorm',
      schemaName: 'identity',
      tableName: 'write_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      points,
      duration: seconds,
      inMemoryBlockOnConsumed: points + 1,
    });
  }
}

/** @throws TooManyRequests when the limiter is used up; any other failure as it came */
export async function consumeFrom(limiter: RateLimiterAbstract, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw new TooManyRequests(refusal.msBeforeNext / 1000);
    throw refusal;
  }
}
