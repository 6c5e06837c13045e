import type { RefusalRegister } from '../../refusals/register.js';

/** Every way a report from a label is refused. What is unknown, replaced or gone answers alike: a label tells nothing by its refusal. */
// prettier-ignore
export const LABEL_REPORT_REFUSALS = {
  'label-report.unknown':        { status: 404, sentence: 'Cette étiquette n’ouvre aucun appareil d’une école. Prévenez la direction.' },
  'label-report.too-many':       { status: 429, sentence: 'Trop de signalements sont venus d’ici. Réessayez plus tard, ou prévenez la direction de l’école.' },
  'label-report.state':          { status: 409, sentence: 'Ce signalement est « {state} » : il n’y a plus rien à décider.' },
  'label-report.reason-missing': { status: 422, sentence: 'Dites pourquoi ce signalement est écarté.' },
} as const satisfies RefusalRegister;
