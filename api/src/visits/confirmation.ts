import { VISIT_ENDINGS } from '@parc/domain';
import type { Visit } from './visit.entity.js';

/** Nobody has proven its end at the door. */
export const isToConfirm = ({ ending }: Pick<Visit, 'ending'>): boolean =>
  ending !== null && VISIT_ENDINGS[ending].confirmedLater;
