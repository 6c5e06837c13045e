import type { SchoolPage } from '@parc/api-client';
import { dayOfYear } from '@parc/ui';

/** "04 77 53 00 00"; a number of another shape as it is. */
export function telephoneWords(telephone: string): string {
  return /^\d{10}$/.test(telephone) ? telephone.replace(/(\d\d)(?=\d)/g, '$1\u00a0') : telephone;
}

/** A site as a link; what names no web address never becomes one that runs something. */
export function websiteAddress(website: string): string {
  return /^https?:\/\//i.test(website) ? website : `https://${website}`;
}

/** The place in the device's own map, or null when the position is not known. */
export function mapAddress({ name, address }: Pick<SchoolPage, 'name' | 'address'>): string | null {
  const { latitude, longitude } = address;
  if (latitude === null || longitude === null) return null;
  return `geo:${latitude},${longitude}?q=${latitude},${longitude}(${encodeURIComponent(name)})`;
}

/** Codes the school no longer has, with their dates: "0421234X, du 1 sept. 1998 au 31 août 2020". */
export function formerUaiWords({ uai, uais }: Pick<SchoolPage, 'uai' | 'uais'>): readonly string[] {
  return uais
    .filter((former) => former.uai !== uai)
    .map(({ uai: code, from, to }) => {
      if (to === null) return `${code}, depuis le ${dayOfYear(from)}`;
      return `${code}, du ${dayOfYear(from)} au ${dayOfYear(to)}`;
    });
}
