/**
 * A seeded stream of random numbers. The same seed gives the same uniform numbers on every machine; normal ones may
 * differ in the last place where an engine rounds its logarithm or cosine otherwise.
 */
export type Random = {
  /** Uniform in [0, 1), 32 bits. */
  uniform(): number;
  /** Standard normal, by Box and Muller. */
  normal(): number;
  /** A permutation of 0..n-1, by Fisher and Yates. */
  permutation(n: number): Uint32Array;
};

/**
 * The stream named `purpose` of a seed: weights, batches and noise draw from streams of their own, so that
 * asking one for more never shifts another. Generator: sfc32 (Doty-Humphrey, PractRand).
 */
export function randomOf(seed: number, purpose: string): Random {
  let a = hash(purpose);
  let b = seed | 0;
  let c = Math.floor(seed / 2 ** 32) | 0;
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  // The state starts nearly empty; its authors mix 12 rounds before the first number.
  for (let round = 0; round < 12; round++) next();

  const uniform = () => next() / 2 ** 32;
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    permutation(n) {
      const order = Uint32Array.from({ length: n }, (_, i) => i);
      for (let i = n - 1; i > 0; i--) {
        const j = Math.floor(uniform() * (i + 1));
        [order[i], order[j]] = [order[j]!, order[i]!];
      }
      return order;
    },
  };
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}
