/**
 * The Beta distribution: what may be believed about a share after n votes of which a agreed is Beta(a + 1, n - a + 1).
 * Formulas: NIST Digital Library of Mathematical Functions 5.5, 5.11, 5.15 and 8.17.
 */

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

/** The logarithm of the gamma function, for x > 0 (Lanczos, g = 7; relative error below 1e-14). */
export function logGamma(x: number): number {
  let sum = lanczos[0];
  for (let i = 1; i < lanczos.length; i++) sum += lanczos[i]! / (x + i - 1);
  const t = x + 6.5;
  return 0.9189385332046728 + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** The share of Beta(a, b) that lies below x, 0 to 1. */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return below(x, a, b, front(x, a, b, logGamma(a + b) - logGamma(a) - logGamma(b)));
}

/** x^a (1 - x)^b / B(a, b): the density times x (1 - x). `scale` is -log B(a, b). */
function front(x: number, a: number, b: number, scale: number): number {
  return Math.exp(a * Math.log(x) + b * Math.log1p(-x) + scale);
}

function below(x: number, a: number, b: number, frontAt: number): number {
  if (x < (a + 1) / (a + b + 2)) return (frontAt * continuedFraction(x, a, b)) / a;
  return 1 - (frontAt * continuedFraction(1 - x, b, a)) / b;
}

/** DLMF 8.17.22 by Lentz's method. */
function continuedFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m < 10000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return h;
  function nonZero(value: number): number {
    return Math.abs(value) < tiny ? tiny : value;
  }
}

/**
 * The x below which a share p of Beta(a, b) lies. Halley's steps from Cornish and Fisher's approximation (with the
 * normal quantile by Tukey's lambda), kept inside a bracket that every step narrows. Each step cubes the error, so one
 * that moved by 1e-7 of what is left on either side was the last.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  if (b === 1) return p ** (1 / a);
  if (a === 1) return 1 - (1 - p) ** (1 / b);
  const scale = logGamma(a + b) - logGamma(a) - logGamma(b);
  let low = 0;
  let high = 1;
  let x = startingPoint(p, a, b);
  for (let step = 0; step < 100; step++) {
    const frontAt = front(x, a, b, scale);
    const off = below(x, a, b, frontAt) - p;
    if (off > 0) high = x;
    else low = x;
    const newton = (off / frontAt) * x * (1 - x);
    const bend = 1 - (newton * ((a - 1) / x - (b - 1) / (1 - x))) / 2;
    const halley = x - newton / Math.max(0.5, Math.min(2, bend));
    const next = halley >= low && halley <= high ? halley : (low + high) / 2;
    if (Math.abs(next - x) <= 1e-7 * x * (1 - x)) return next;
    x = next;
  }
  return x;
}

function startingPoint(p: number, a: number, b: number): number {
  const mean = a / (a + b);
  const normal = 4.91 * (p ** 0.14 - (1 - p) ** 0.14);
  const skew = (2 * (b - a) * Math.sqrt(a + b + 1)) / ((a + b + 2) * Math.sqrt(a * b));
  const start = mean + (normal + (skew * (normal * normal - 1)) / 6) * Math.sqrt((mean * (1 - mean)) / (a + b + 1));
  return start > 0 && start < 1 ? start : mean;
}

/** The first three derivatives of log gamma at x > 0: digamma, trigamma, tetragamma. */
export function polygammas(x: number): [number, number, number] {
  let [zero, one, two] = [0, 0, 0];
  let at = x;
  for (; at < 12; at++) {
    zero -= 1 / at;
    one += 1 / (at * at);
    two -= 2 / (at * at * at);
  }
  const r = 1 / (at * at);
  zero += Math.log(at) - 1 / (2 * at) - r * (1 / 12 - r * (1 / 120 - r * (1 / 252 - r * (1 / 240 - r / 132))));
  one += 1 / at + r / 2 + (r / at) * (1 / 6 - r * (1 / 30 - r * (1 / 42 - r * (1 / 30 - (r * 5) / 66))));
  two -= r + r / at + r * r * (1 / 2 - r * (1 / 6 - r * (1 / 6 - r * (3 / 10 - (r * 5) / 6))));
  return [zero, one, two];
}

/** The z below which a share p of the standard normal distribution lies, for 0 < p < 1 (Newton on Simpson's rule). */
export function normalQuantile(p: number): number {
  let z = 0;
  for (let step = 0; step < 50; step++) {
    const width = z / 400;
    let sum = normalDensity(0) + normalDensity(z);
    for (let i = 1; i < 400; i++) sum += (i % 2 === 1 ? 4 : 2) * normalDensity(i * width);
    const next = z - (0.5 + (sum * width) / 3 - p) / normalDensity(z);
    if (Math.abs(next - z) < 1e-13) return next;
    z = Math.max(-8, Math.min(8, next));
  }
  return z;
}

function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}
