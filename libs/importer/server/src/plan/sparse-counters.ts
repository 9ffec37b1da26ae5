const PAGE_BITS = 10;
const PAGE_SIZE = 1 << PAGE_BITS;

/**
 * A number (0 to 2^32-1) for every post id, at four bytes for each id in use. Ids of a dump lie close together, so pages
 * of 1,024 waste little; a Map would need ten times as much. What was never set is 0.
 */
export class SparseCounters {
  private readonly pages = new Map<number, Uint32Array>();

  get(id: number): number {
    return this.pages.get(id >>> PAGE_BITS)?.[id & (PAGE_SIZE - 1)] ?? 0;
  }

  set(id: number, value: number): void {
    const key = id >>> PAGE_BITS;
    let page = this.pages.get(key);
    if (page === undefined) this.pages.set(key, (page = new Uint32Array(PAGE_SIZE)));
    page[id & (PAGE_SIZE - 1)] = value;
  }
}
