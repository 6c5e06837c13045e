import { unitTotalCents } from '@parc/domain';
import { money } from '@parc/ui';
import { centsOf, type FormField, type Values } from './fields';

/** VAT rates in force in France, in basis points. */
export const VAT_CHOICES = [
  { value: '2000', label: '20 %' },
  { value: '1000', label: '10 %' },
  { value: '550', label: '5,5 %' },
  { value: '0', label: 'Sans TVA' },
];

export const PRICE_FIELDS: readonly FormField[] = [
  { name: 'unitNetCents', label: 'Prix hors taxes', type: 'money', half: true, required: 'Donnez le prix hors taxes.' },
  {
    name: 'vatBasisPoints',
    label: 'TVA',
    type: 'select',
    half: true,
    options: VAT_CHOICES,
    initial: '2000',
    required: '',
  },
];

/** "Soit 18,00 € toutes taxes comprises", once there is a price to compute. */
export function priceWords(values: Values): string {
  const netCents = centsOf(values, 'unitNetCents');
  if (netCents === null || netCents < 0) return '';
  return `Soit ${money(unitTotalCents(netCents, Number(values['vatBasisPoints'])))} toutes taxes comprises`;
}
