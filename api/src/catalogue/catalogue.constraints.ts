import type { ConstraintRegister } from '../platform/http/constraints.js';

export const CATALOGUE_CONSTRAINTS = {
  catalogue_item_reference_key: 'catalogue.reference-taken',
  item_price_item_id_from_day_key: 'catalogue.price-dated',
  pilot_once: 'pilot.already',
  pilot_opinion_once: { neverByRequest: 'what is said again takes the place of what was said' },
  contract_number_key: 'contract.number-taken',
  contract_holder_name_key: 'contract.holder-taken',
  contract_maximum: {
    code: 'order.contract-maximum',
    title: 'Le maximum du marché serait dépassé. Réduisez les quantités ou attendez la prochaine période.',
  },
  contract_period_contract_id_daterange_excl: 'contract.periods-overlap',
} as const satisfies ConstraintRegister;
