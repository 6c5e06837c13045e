import { padLostZeros } from './spreadsheet-damage.js';

/** A code read from a cell, and whether a spreadsheet had taken its leading zeros. */
export interface CodeReading {
  readonly code: string;
  readonly zerosRestored: boolean;
}

/**
 * Reads a commune's INSEE code: five figures, or 2A and 2B in front for Corsica. Four figures are a code of the
 * départements 01 to 09 that has lost its zero. Null when it is none of these.
 */
export function readInseeCode(text: string): CodeReading | null {
  return readCode(text, 5, /^(?:\d{5}|2[AB]\d{3})$/);
}

/** Reads a postal code. It serves to write to a school, never to tell its commune: ten of them can share one. */
export function readPostalCode(text: string): CodeReading | null {
  return readCode(text, 5, /^\d{5}$/);
}

/** Reads a département as the national files write it, on three characters: `042`, `974`, `02A`. */
export function readDepartmentCode(text: string): CodeReading | null {
  return readCode(text, 3, /^(?:\d{3}|02[AB])$/);
}

/** Reads the number of a dispersed school grouping (*RPI dispersé*): a département on three figures and three more. */
export function readGroupingCode(text: string): CodeReading | null {
  return readCode(text, 6, /^(?:\d{6}|02[AB]\d{3})$/);
}

/** At most one zero is put back: a code that lacks more is another thing, or another field. */
function readCode(text: string, length: number, shape: RegExp): CodeReading | null {
  const typed = text.replace(/\s/g, '').toUpperCase();
  const longEnough = typed.length >= length - 1;
  const code = longEnough ? padLostZeros(typed, length) : typed;
  return shape.test(code) ? { code, zerosRestored: code !== typed } : null;
}
