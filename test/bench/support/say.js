const began = performance.now();

/** What is going on, with the seconds since the beginning. @param {string} text */
export function say(text) {
  console.log(`${((performance.now() - began) / 1_000).toFixed(1).padStart(7)} s  ${text}`);
}
