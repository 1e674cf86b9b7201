import type { Instant } from '../time/instant.js';

/**
 * The instant of a new moon, counted from that of 6 January 2000; good to half a minute between 1960 and 2060, and to some
 * minutes a century further (Jean Meeus, Astronomical Algorithms, 2nd edition, chapter 49).
 */
export function newMoonAt(lunation: number): Instant {
  const ephemeris = meanPhase(lunation) + correction(lunation);
  const seconds = (ephemeris - unixEpoch) * 86_400;
  return Math.round((seconds - dynamicalSeconds(lunation)) * 1000);
}

/** The last new moon that is not later than an instant, as a number for {@link newMoonAt}. */
export function lunationAt(at: Instant): number {
  const guess = Math.floor((at - newMoonAt(0)) / (synodicMonth * 86_400_000)) + 1;
  let lunation = guess;
  while (newMoonAt(lunation) > at) lunation -= 1;
  return lunation;
}

const synodicMonth = 29.530588861;
const lunationsPerCentury = 1236.85;
/** 1 January 1970, 00:00, as a Julian day. */
const unixEpoch = 2_440_587.5;

/** The Julian ephemeris day of the mean phase (49.1). */
function meanPhase(k: number): number {
  const t = k / lunationsPerCentury;
  return 2_451_550.09766 + synodicMonth * k + (0.00015437 + (-0.00000015 + 0.00000000073 * t) * t) * t * t;
}

function correction(k: number): number {
  const t = k / lunationsPerCentury;
  const eccentricity = 1 - (0.002516 + 0.0000074 * t) * t;
  const sun = 2.5534 + 29.1053567 * k - (0.0000014 + 0.00000011 * t) * t * t;
  const moon = 201.5643 + 385.81693528 * k + (0.0107582 + (0.00001238 - 0.000000058 * t) * t) * t * t;
  const latitude = 160.7108 + 390.67050284 * k - (0.0016118 + (0.00000227 - 0.000000011 * t) * t) * t * t;
  const node = 124.7746 - 1.56375588 * k + (0.0020672 + 0.00000215 * t) * t * t;
  const periodic = periodicTerms.map(
    ([size, power, m, mm, f]) => size * eccentricity ** power * sine(m * sun + mm * moon + f * latitude),
  );
  const planetary = planetaryTerms.map(([size, start, rate]) => size * sine(start + rate * k));
  const firstPlanetary = 0.000325 * sine(299.77 + 0.107408 * k - 0.009173 * t * t);
  return sum(periodic) - 0.00017 * sine(node) + firstPlanetary + sum(planetary);
}

/** Size in days, power of the eccentricity, multiples of the anomalies of sun and moon and of the argument of latitude. */
const periodicTerms: readonly (readonly [size: number, power: number, m: number, mm: number, f: number])[] = [
  [-0.4072, 0, 0, 1, 0],
  [0.17241, 1, 1, 0, 0],
  [0.01608, 0, 0, 2, 0],
  [0.01039, 0, 0, 0, 2],
  [0.00739, 1, -1, 1, 0],
  [-0.00514, 1, 1, 1, 0],
  [0.00208, 2, 2, 0, 0],
  [-0.00111, 0, 0, 1, -2],
  [-0.00057, 0, 0, 1, 2],
  [0.00056, 1, 1, 2, 0],
  [-0.00042, 0, 0, 3, 0],
  [0.00042, 1, 1, 0, 2],
  [0.00038, 1, 1, 0, -2],
  [-0.00024, 1, -1, 2, 0],
  [-0.00007, 0, 2, 1, 0],
  [0.00004, 0, 0, 2, -2],
  [0.00004, 0, 3, 0, 0],
  [0.00003, 0, 1, 1, -2],
  [0.00003, 0, 0, 2, 2],
  [-0.00003, 0, 1, 1, 2],
  [0.00003, 0, -1, 1, 2],
  [-0.00002, 0, -1, 1, -2],
  [-0.00002, 0, 1, 3, 0],
  [0.00002, 0, 0, 4, 0],
];

/** Size in days, degrees at lunation 0, degrees per lunation; the first of the fourteen has a term of its own. */
const planetaryTerms: readonly (readonly [size: number, start: number, rate: number])[] = [
  [0.000165, 251.88, 0.016321],
  [0.000164, 251.83, 26.651886],
  [0.000126, 349.42, 36.412478],
  [0.00011, 84.66, 18.206239],
  [0.000062, 141.74, 53.303771],
  [0.00006, 207.14, 2.453732],
  [0.000056, 154.84, 7.30686],
  [0.000047, 34.52, 27.261239],
  [0.000042, 207.19, 0.121824],
  [0.00004, 291.34, 1.844379],
  [0.000037, 161.72, 24.198154],
  [0.000035, 239.56, 25.513099],
  [0.000023, 331.55, 3.592518],
];

/** How far dynamical time is ahead of clocks: the parabola of Espenak and Meeus for 2005 to 2050, near enough around it. */
function dynamicalSeconds(lunation: number): number {
  const years = lunation / (lunationsPerCentury / 100);
  return 62.92 + (0.32217 + 0.005589 * years) * years;
}

function sine(degrees: number): number {
  return Math.sin(((degrees % 360) * Math.PI) / 180);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
