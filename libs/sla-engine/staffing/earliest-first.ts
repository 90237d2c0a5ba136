/** Numbers of which the smallest comes out first: a binary heap. */
export class EarliestFirst {
  private readonly heap: number[] = [];

  get size(): number {
    return this.heap.length;
  }

  /** The smallest, left in place; Infinity when there is none. */
  peek(): number {
    return this.heap[0] ?? Infinity;
  }

  push(value: number): void {
    let place = this.heap.push(value) - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = this.heap[parent] ?? -Infinity;
      if (above <= value) {
        break;
      }
      this.heap[place] = above;
      place = parent;
    }
    this.heap[place] = value;
  }

  /** Takes the smallest out; Infinity when there is none. */
  pop(): number {
    const smallest = this.peek();
    const last = this.heap.pop();
    if (last === undefined || this.heap.length === 0) {
      return smallest;
    }
    let place = 0;
    for (;;) {
      const left = 2 * place + 1;
      const child = (this.heap[left + 1] ?? Infinity) < (this.heap[left] ?? Infinity) ? left + 1 : left;
      const below = this.heap[child] ?? Infinity;
      if (below >= last) {
        break;
      }
      this.heap[place] = below;
      place = child;
    }
    this.heap[place] = last;
    return smallest;
  }
}
