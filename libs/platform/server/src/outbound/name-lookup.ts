import { lookup } from 'node:dns/promises';
import { Injectable } from '@nestjs/common';

/** Names of hosts and the addresses behind them, as the system knows them. */
@Injectable()
export class NameLookup {
  /**
   * @returns all addresses of the host, numeric, in the order in which they are to be tried
   * @throws when the name is unknown
   */
  async addressesOf(host: string): Promise<string[]> {
    const found = await lookup(host, { all: true, verbatim: true });
    return found.map(({ address }) => address);
  }
}
