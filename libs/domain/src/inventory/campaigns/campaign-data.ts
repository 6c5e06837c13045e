import type { PersonalDataRegister, PlainColumns, Redactable } from '../../personal-data/register.js';

export const CAMPAIGN_DATA = {
  campaignTexts: {
    what: 'Ce qui est écrit pendant un récolement : description d’un objet sans étiquette, motif d’une école écartée ou rouverte',
    purpose: 'Retrouver d’où vient un appareil, comprendre ce qui n’a pas été fait',
    lies: ['campaign_item.note', 'campaign_move.reason'],
    term: { with: 'aussi longtemps que le récolement, que l’application n’efface pas' },
    then: 'redactable',
  },
  campaignPhotos: {
    what: 'Photos d’un objet sans étiquette : refaites à l’arrivée, sans lieu ni date de prise, sans élève dessus',
    purpose: 'Retrouver d’où vient un appareil',
    lies: ['campaign_photo.content'],
    term: { with: 'aussi longtemps que le récolement, que l’application n’efface pas' },
    then: 'kept',
  },
} as const satisfies PersonalDataRegister;

export const CAMPAIGN_PLAIN = {
  'campaign.title': 'a mark on an object',
  'campaign_item.answer': 'a kind',
  'campaign_item.code': 'a mark on an object',
  'campaign_item.finding': 'a kind',
  'campaign_item.resolution': 'a kind',
  'campaign_item.seen_how': 'a kind',
  'campaign_move.action': 'a kind',
  'campaign_move.from_state': 'a kind',
  'campaign_move.role': 'a kind',
  'campaign_move.to_state': 'a kind',
  'campaign_part.state': 'a kind',
} as const satisfies PlainColumns;

/** What each free text is, to who takes one out. */
export const CAMPAIGN_TEXT_WORDS: Readonly<Record<Redactable<typeof CAMPAIGN_DATA>, string>> = {
  'campaign_item.note': 'Description d’un objet sans étiquette',
  'campaign_move.reason': 'Motif d’une école écartée ou rouverte',
};
