/**
 * Does it for every item, so many at a time; the results in the order of the items.
 *
 * @template Item, Result
 * @param {readonly Item[]} items
 * @param {number} atATime
 * @param {(item: Item, index: number) => Promise<Result>} work
 * @returns {Promise<readonly Result[]>}
 */
export async function each(items, atATime, work) {
  const results = new Array(items.length);
  let next = 0;
  async function hand() {
    while (next < items.length) {
      const index = next;
      next += 1;
      results[index] = await work(items[index], index);
    }
  }
  await Promise.all(Array.from({ length: Math.min(atATime, items.length) }, hand));
  return results;
}
