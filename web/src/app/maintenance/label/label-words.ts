import type { LabelledThing, LabelReportRequest, LabelReportRow } from '@parc/api-client';
import { EQUIPMENT_FAMILIES, type LabelKnown, SYMPTOMS, symptomsOf } from '@parc/domain';
import type { ChoiceOption } from '@parc/ui';

/** What may be wrong with a device. */
export type LabelSymptom = LabelReportRequest['symptom'];

/** "Tablette"; what nobody has said is a device. */
export const thingWord = ({ family }: Pick<LabelledThing, 'family'>): string =>
  family === null ? 'Un appareil du plan numérique' : EQUIPMENT_FAMILIES[family].word;

/** "Étiquette PE-004218 · Salle 3" */
export const labelWords = (code: string, { roomName }: Pick<LabelledThing, 'roomName'>): string =>
  [`Étiquette ${code.toUpperCase()}`, roomName].filter((word) => word !== null).join(' · ');

/** What may be wrong with a device, as tiles; "Autre chose" last. */
export const LABEL_SYMPTOMS: readonly { readonly value: LabelSymptom; readonly label: string }[] = (
  symptomsOf('device') as LabelSymptom[]
).map((value) => ({ value, label: SYMPTOMS[value].word }));

/** In its room, or not. */
export const whereChoices = (roomName: string): readonly ChoiceOption<'here' | 'elsewhere'>[] => [
  { value: 'here', label: roomName },
  { value: 'elsewhere', label: 'Ailleurs' },
];

/** What happens next, as nobody is told later. @param known by whom; null: it has just been kept */
export function nextWords(known: LabelKnown | null): { title: string; text: string } {
  if (known === 'ticket')
    return {
      title: 'Déjà signalé',
      text: 'La métropole est au courant de cette panne. Vous n’avez rien d’autre à faire.',
    };
  if (known === 'waiting')
    return {
      title: 'Déjà signalé',
      text: 'La direction de l’école est au courant et va confirmer la panne. Vous n’avez rien d’autre à faire.',
    };
  return {
    title: 'C’est signalé',
    text: 'La direction de l’école est prévenue. Dès qu’elle confirme la panne, un technicien de la métropole s’en occupe. Vous n’avez rien d’autre à faire.',
  };
}

/** "Tablette Tab A9, PE-004218, salle 3" */
export const reportedThing = ({ modelName, tag, roomName }: LabelReportRow): string =>
  [modelName, tag, roomName].filter((word) => word !== null).join(' · ');

/** "2 signalements à confirmer" */
export const toConfirmTitle = (count: number): string =>
  count === 1 ? 'Un signalement à confirmer' : `${count} signalements à confirmer`;
