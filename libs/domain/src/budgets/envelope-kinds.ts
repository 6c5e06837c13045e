import { type Kind, kindRows } from '../kinds/kinds.js';

/** What an envelope pays for; `word` as a title or a column says it. */
export const ENVELOPE_KINDS = kindRows<{ readonly word: string }>()({
  installation: { word: 'Installation' },
  maintenance: { word: 'Maintenance' },
});
export type EnvelopeKind = Kind<typeof ENVELOPE_KINDS>;
