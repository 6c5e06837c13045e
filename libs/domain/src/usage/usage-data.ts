import type { PersonalDataRegister, PlainColumns } from '../personal-data/register.js';

export const USAGE_DATA = {
  usageTokens: {
    what: 'Jeton par lequel un outil de gestion des appareils écrit l’usage : son empreinte',
    purpose: 'Que seul cet outil écrive des usages, et rien d’autre',
    lies: ['usage_token.secret_digest'],
    term: { with: 'aussi longtemps que le plan, l’application ne l’efface pas' },
    then: 'kept',
  },
} as const satisfies PersonalDataRegister;

export const USAGE_PLAIN = {
  'usage_source.name': 'a tool or a file, not a person',
  'usage_source.slug': 'a tool or a file, not a person',
  'usage_source.arrival': 'how figures come',
  'usage_source.families': 'kinds',
  'usage_batch.sha256': 'the print of a file',
  'usage_batch.outcome': 'a kind',
  'usage_batch.refusal': 'a kind',
  'usage_batch.refusals': 'numbers of lines by kind',
  'usage_waiting.subject': 'a kind',
  'usage_week.subject': 'a kind',
  'usage_superseded.subject': 'a kind',
  'usage_declared.subject': 'a kind',
  'usage_declared.duration': 'a kind',
  'usage_subject_week.subject': 'a kind',
} as const satisfies PlainColumns;
