/**
 * Sorts whole numbers by a 32-bit key, linear memory, natively fast: key and number share one 64-bit word.
 * @returns the numbers 0 to keys.length - 1, by key and, within a key, ascending
 */
export function sortedByKey(keys: Uint32Array): Uint32Array {
  const count = keys.length;
  const words = new Uint32Array(2 * count);
  for (let i = 0; i < count; i++) {
    words[2 * i] = i;
    words[2 * i + 1] = keys[i]!;
  }
  // Little-endian: the second half of each word is the more significant one, on every platform Node runs on.
  new BigUint64Array(words.buffer).sort();
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = words[2 * i]!;
  return order;
}
