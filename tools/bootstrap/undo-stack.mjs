/**
 * What has to be stopped again, in the reverse order of its start. Builtins only.
 */

/**
 * @typedef {object} UndoStack
 * @property {(stop: () => Promise<void>) => void} push
 * @property {() => Promise<void>} run stops what is there at this moment; each once
 */

/** @returns {UndoStack} */
export function undoStack() {
  /** @type {(() => Promise<void>)[]} */
  const stops = [];
  return {
    push: (stop) => void stops.push(stop),
    run: async () => {
      const failures = [];
      for (let stop = stops.pop(); stop !== undefined; stop = stops.pop()) {
        try {
          await stop();
        } catch (error) {
          failures.push(error); // The rest is stopped all the same.
        }
      }
      if (failures.length > 0) throw new AggregateError(failures, 'not everything could be stopped');
    },
  };
}
