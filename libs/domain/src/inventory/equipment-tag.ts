/** A label as it is printed and kept: capitals, digits and hyphens. */
export const EQUIPMENT_TAG = /^[A-Z0-9][A-Z0-9-]{1,29}$/;

/** A label as it was typed or scanned, as it is kept. */
export const tagAsKept = (typed: string): string => typed.trim().toUpperCase();
