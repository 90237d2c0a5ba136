/**
 * Values by key, of which those asked for last are kept. Found by going through the keys: there are few. (A Map throws
 * its table away every few dozen changes, and what a discarded table held stays alive until the next full collection;
 * with as many calendars as requests that is half of all memory there is.)
 */
export class RecentlyUsed<K, V> {
  private readonly keys: K[] = [];
  private readonly values: V[] = [];
  /** When each was asked for last, counted in questions. */
  private readonly used: number[] = [];
  private questions = 0;

  constructor(private readonly limit: number) {}

  /** The value kept for a key, else the one made for it now. */
  get(key: K, make: (key: K) => V): V {
    const known = this.keys.indexOf(key);
    const value = known === -1 ? make(key) : (this.values[known] as V);
    const place = known === -1 ? this.freePlace() : known;
    this.keys[place] = key;
    this.values[place] = value;
    this.used[place] = ++this.questions;
    return value;
  }

  /** The first place never used, else the one asked for longest ago. */
  private freePlace(): number {
    let [place, oldest] = [0, Infinity];
    for (let index = 0; index < this.limit; index++) {
      const at = this.used[index] ?? 0;
      if (at < oldest) {
        [place, oldest] = [index, at];
      }
    }
    return place;
  }
}
