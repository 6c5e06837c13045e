import type { GroupGap, NeedListItem, RedeploymentListItem } from '@parc/api-client';
import { kitRuleWords } from '@parc/domain';
import { counted, countedRows } from '@parc/ui';

/** "Écran ou projecteur, 1 par classe" */
export const groupWords = (group: GroupGap): string => `${group.name}, ${kitRuleWords(group)}`;

/** How much of a bar is full, in percent: what is beyond the kit fills it no further. */
export const filled = ({ asked, counted: had }: Pick<GroupGap, 'asked' | 'counted'>): number =>
  asked === 0 ? 100 : Math.min(100, Math.floor((had * 100) / asked));

/** "il en manque 3 au socle"; nothing where no kit is fixed. */
export function lackingWords(lacking: number): string {
  return lacking === 0 ? 'rien ne manque au socle' : `il en manque ${lacking} au socle`;
}

/** "6 × tablettes, 2 classes, salle 3": what is needed, as far as it was said. */
export function needWords(need: Pick<NeedListItem, 'quantity' | 'groupName' | 'classes' | 'roomName'>): string {
  const what = need.groupName ?? 'Autre matériel';
  return [
    need.quantity === null ? what : `${need.quantity} × ${what}`,
    ...(need.classes === null ? [] : [counted(need.classes, 'classe', 'classes')]),
    ...(need.roomName === null ? [] : [need.roomName]),
  ].join(', ');
}

/** "276 écoles et leur écart au socle" */
export function gapsTitle(total: number): string {
  return total === 0 ? 'Aucune école' : `${countedRows(total, 'école et son écart', 'écoles et leur écart')} au socle`;
}

export function needsTitle(total: number): string {
  return total === 0 ? 'Aucun besoin' : countedRows(total, 'besoin dit', 'besoins dits');
}

export function redeploymentsTitle(total: number): string {
  return total === 0 ? 'Aucun redéploiement' : countedRows(total, 'redéploiement', 'redéploiements');
}

/** "École des Tilleuls vers École Voisine", "Stock vers École Voisine" */
export function wayWords({
  fromSchoolName,
  toSchoolName,
}: Pick<RedeploymentListItem, 'fromSchoolName' | 'toSchoolName'>): string {
  return `${fromSchoolName ?? 'Stock'} vers ${toSchoolName}`;
}
