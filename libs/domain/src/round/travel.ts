/** Where something is, in degrees. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

const EARTH_KILOMETRES = 6371;
/** A road is longer than a straight line, in valleys above all. */
const ROAD_FACTOR = 1.35;
const KILOMETRES_PER_HOUR = 38;
/** To the car, to a place to park, to the door. */
const DOOR_TO_DOOR_MINUTES = 4;

/** Straight between two places, in kilometres. */
export function kilometresBetween(one: Position, other: Position): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2;
  const chord =
    half(other.latitude - one.latitude) +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * half(other.longitude - one.longitude);
  return 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/**
 * How long one drives from door to door, in whole minutes: an estimate from the distance, and said to be one. Nothing between two
 * schools at the same address. Null where a place is not known.
 */
export function travelMinutes(one: Position | null, other: Position | null): number | null {
  if (one === null || other === null) return null;
  const kilometres = kilometresBetween(one, other);
  if (kilometres < 0.05) return 0;
  return Math.round(DOOR_TO_DOOR_MINUTES + ((kilometres * ROAD_FACTOR) / KILOMETRES_PER_HOUR) * 60);
}
