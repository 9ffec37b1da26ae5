// eslint-disable-next-line @nx/enforce-module-boundaries -- found as for every measurement and picture of the product
import { freePort as find } from '../../tools/lib/free-port.mjs';

/** A port that nobody listens on at the moment, as environments name it. */
export const freePort = async (): Promise<string> => String(await find());
