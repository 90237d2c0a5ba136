/**
 * Ctrl-C, a closed terminal and `kill`, as one promise. Builtins only.
 */

/**
 * @returns {{happened: Promise<void>, forget: () => void}} a second Ctrl-C while stopping ends at once
 */
export function onInterrupt() {
  /** @type {() => void} */
  let tell = () => undefined;
  /** @type {Promise<void>} */
  const happened = new Promise((resolve) => (tell = resolve));
  let count = 0;
  const listener = (/** @type {NodeJS.Signals} */ signal) => {
    count += 1;
    if (count > 1 && signal === 'SIGINT') process.exit(130);
    tell();
  };
  // A closed terminal takes the output along: what is still said goes nowhere, and stopping goes on.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, listener);
  return {
    happened,
    forget: () => {
      for (const signal of signals) process.off(signal, listener);
    },
  };
}
