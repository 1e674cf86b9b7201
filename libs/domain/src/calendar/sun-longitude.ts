import type { Instant } from '../time/instant.js';

/**
 * Where the sun stands on the ecliptic, in degrees from 0 to 360; 270 is the winter solstice. Good to a hundredth of a degree, a
 * quarter of an hour (Jean Meeus, Astronomical Algorithms, 2nd edition, chapter 25, lower accuracy).
 */
export function sunLongitudeAt(at: Instant): number {
  const t = (at - epoch2000) / (36_525 * 86_400_000);
  const mean = 280.46646 + (36_000.76983 + 0.0003032 * t) * t;
  const anomaly = 357.52911 + (35_999.05029 - 0.0001537 * t) * t;
  const centre =
    (1.914602 - (0.004817 + 0.000014 * t) * t) * sine(anomaly) +
    (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
    0.000289 * sine(3 * anomaly);
  const apparent = mean + centre - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t);
  return ((apparent % 360) + 360) % 360;
}

/** 1 January 2000, 12:00; the minute by which dynamical time differs is far below the accuracy. */
const epoch2000 = Date.UTC(2000, 0, 1, 12);

function sine(degrees: number): number {
  return Math.sin(((degrees % 360) * Math.PI) / 180);
}
