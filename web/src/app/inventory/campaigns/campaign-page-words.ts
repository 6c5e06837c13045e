import type { CampaignPage, CampaignPartRow, RemindedSchools } from '@parc/api-client';
import { CAMPAIGN_PART_STATES, CAMPAIGN_PARTS_OVER, CAMPAIGN_PARTS } from '@parc/domain';
import { counted, dayOfYear } from '@parc/ui';
import type { FormSpec } from '../../shell/forms/fields';

/** "12 écoles sur 42 ont terminé, 7 écarts sont à régler". */
export function campaignPageTitle({ parts, closedAt }: Pick<CampaignPage, 'parts' | 'closedAt'>): string {
  const over = parts.filter(({ state }) => CAMPAIGN_PARTS_OVER.includes(state)).length;
  if (closedAt !== null) return `Récolement clos le ${dayOfYear(closedAt)}`;
  const waiting = parts
    .filter(({ state }) => CAMPAIGN_PART_STATES[state].resolving)
    .reduce((sum, { unresolved }) => sum + unresolved, 0);
  const done =
    over === 0
      ? `Aucune école sur ${parts.length} n’a terminé`
      : over === 1
        ? `1 école sur ${parts.length} a terminé`
        : `${over} écoles sur ${parts.length} ont terminé`;
  return waiting === 0 ? done : `${done}, ${counted(waiting, 'écart est à régler', 'écarts sont à régler')}`;
}

/** "23 vus sur 30, 4 écarts", "rappelée le 3 déc.". */
export function partWords({ state, expected, seen, differences, reason, remindedOn }: CampaignPartRow): string {
  const parts = [
    state === CAMPAIGN_PARTS.initial ? '' : `${counted(seen, 'vu', 'vus')} sur ${expected}`,
    differences === 0 ? '' : counted(differences, 'écart', 'écarts'),
    reason ?? '',
    remindedOn !== null && !CAMPAIGN_PARTS_OVER.includes(state) ? `rappelée le ${dayOfYear(remindedOn)}` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

export function remindedWords({ reminded, waiting }: RemindedSchools): string {
  if (reminded === 0) return 'Toutes ces écoles ont été rappelées il y a moins de deux jours ouvrés';
  const told = counted(reminded, 'école est rappelée', 'écoles sont rappelées');
  return waiting === 0 ? told : `${told}, ${counted(waiting, 'l’était déjà', 'l’étaient déjà')}`;
}

/** What is done to one school's part with a reason. */
export type PartAct = 'drop' | 'reopen';

const PART_ACTS: Record<PartAct, { heading: string; text: string; button: string }> = {
  drop: {
    heading: 'Écarter',
    text: 'Rien n’est déclaré introuvable. Le procès-verbal dit pourquoi.',
    button: 'Écarter cette école',
  },
  reopen: {
    heading: 'Rouvrir',
    text: 'L’école continue où elle en était ; sa direction lit pourquoi dans un courriel.',
    button: 'Rouvrir le récolement',
  },
};

/** Why a school is left out, the minutes say it; or why it goes on, its head reads it. */
export function partForm({ id, schoolName }: CampaignPartRow, act: PartAct): FormSpec {
  const { heading, text, button } = PART_ACTS[act];
  return {
    id: `${id} ${act}`,
    heading: `${heading} ${schoolName}`,
    text,
    sections: [
      {
        fields: [
          {
            name: 'reason',
            label: 'Pourquoi ?',
            type: 'text',
            most: 500,
            required: 'Dites pourquoi en quelques mots.',
          },
        ],
      },
    ],
    button,
  };
}
