import type { PersonalDataRegister, PlainColumns } from '../../personal-data/register.js';

export const LABEL_REPORT_DATA = {
  labelReportWindows: {
    what: 'Signalements faits sans compte dans les dernières heures : empreinte à clé du réseau d’où ils viennent',
    purpose: 'Qu’un automate ne couvre pas une école de signalements',
    lies: ['label_report_window.key'],
    term: { days: 1, since: 'le dernier signalement' },
    then: 'purge',
  },
} as const satisfies PersonalDataRegister;

export const LABEL_REPORT_PLAIN = {
  'label_report.discard_reason': 'a kind',
  'label_report.state': 'a kind',
  'label_report.symptom': 'a kind',
} as const satisfies PlainColumns;
