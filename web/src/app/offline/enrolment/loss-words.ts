import type { OwnPhone } from '@parc/api-client';
import { counted } from '@parc/ui';

/** What the server has found missing in a phone's count; empty where nothing is. */
export function lossWords({ lostActs, countedAnew }: Pick<OwnPhone, 'lostActs' | 'countedAnew'>): string {
  const lost =
    lostActs === 0
      ? ''
      : counted(lostActs, 'acte noté ici n’est jamais arrivé', 'actes notés ici ne sont jamais arrivés');
  const anew = countedAnew ? 'ce téléphone a perdu ce qu’il gardait' : '';
  const words = [lost, anew].filter((one) => one !== '').join(' ; ');
  return words === ''
    ? ''
    : `${words.charAt(0).toUpperCase()}${words.slice(1)}. Vérifiez vos derniers tickets et commandes.`;
}
