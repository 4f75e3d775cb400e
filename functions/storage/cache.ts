/** What a process remembers for a short while. Everything in it may be that much out of date, and nothing more. */
export type Cache = {
  remember: <Value>(key: string, lifetime: number, load: () => Promise<Value>) => Promise<Value>;
  forget: (key: string) => void;
};

const LARGEST = 20_000;

/** `clock` in milliseconds. The oldest entry goes when the cache is full; a failed load is not remembered. */
export const createCache = (clock: () => number): Cache => {
  const entries = new Map<string, { value: Promise<unknown>; until: number }>();
  return {
    remember: <Value>(key: string, lifetime: number, load: () => Promise<Value>): Promise<Value> => {
      const known = entries.get(key);
      if (known && known.until > clock()) return known.value as Promise<Value>;
      const value = load();
      entries.delete(key);
      entries.set(key, { value, until: clock() + lifetime });
      value.catch(() => entries.get(key)?.value === value && entries.delete(key));
      if (entries.size > LARGEST) entries.delete(entries.keys().next().value as string);
      return value;
    },
    forget: (key) => void entries.delete(key),
  };
};
