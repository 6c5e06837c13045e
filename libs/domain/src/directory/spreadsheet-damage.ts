/** A number as a spreadsheet shows it when it is too long for the cell: `2,17003E+13`. Its last digits are lost. */
export function isScientificNotation(text: string): boolean {
  return /^\d+(?:[.,]\d+)?[eE][+-]?\d+$/.test(text.trim());
}

/** A code of figures only that a spreadsheet took for a number gets its leading zeros back; anything else is untouched. */
export function padLostZeros(code: string, length: number): string {
  return /^\d+$/.test(code) ? code.padStart(length, '0') : code;
}
