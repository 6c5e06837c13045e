/** A label as it is printed and kept: capitals, digits and hyphens. */
export const EQUIPMENT_TAG = /^[A-Z0-9][A-Z0-9-]{1,29}$/;

/** The stock place of what a performer brings straight to a school: a device is always somewhere. */
export const DIRECT_DELIVERY = 'Livraison directe à l’école';

/** The stock place of what stood in schools before anybody told the house. */
export const TAKEN_OVER = 'Reprise d’un parc existant';

/** A label as it was typed or scanned, as it is kept. */
export const tagAsKept = (typed: string): string => typed.trim().toUpperCase();
