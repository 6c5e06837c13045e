import type { MailRow, MailsList$Params } from '@parc/api-client';
import { PERSONAL_DATA, termSaid, type Tone } from '@parc/domain';
import { counted, countedRows, type FilterChip, type IconName } from '@parc/ui';
import { type AddressWords, readOne, readPage } from '../shell/lists/list-address';
import { PAGE_SIZE } from '../shell/lists/list-reading';

type MailState = MailRow['state'];

interface MailFilters {
  readonly search: string;
  readonly state: MailState | null;
  /** The first is 1. */
  readonly page: number;
}

const STATE_SLUGS: Record<MailState, string> = { waiting: 'en-attente', sent: 'envoyes', 'given-up': 'abandonnes' };
const STATES = Object.keys(STATE_SLUGS) as MailState[];
/** Words of several mails, for filters and titles. */
const STATE_PLURALS: Record<MailState, string> = { waiting: 'en attente', sent: 'envoyés', 'given-up': 'abandonnés' };

export const MAIL_STATE_WORDS: Record<
  MailState,
  { readonly tone: Tone; readonly word: string; readonly icon?: IconName }
> = {
  waiting: { tone: 'progress', word: 'En attente', icon: 'clock' },
  sent: { tone: 'done', word: 'Envoyé' },
  'given-up': { tone: 'trouble', word: 'Abandonné' },
};
export const NO_MAIL_FILTER = { recherche: null, etat: null, page: null };

export function readMailFilters(words: AddressWords): MailFilters {
  const slug = readOne(words['etat'], Object.values(STATE_SLUGS));
  return {
    search: (words['recherche'] ?? '').trim(),
    state: STATES.find((state) => STATE_SLUGS[state] === slug) ?? null,
    page: readPage(words['page']),
  };
}

export function askedMails({ search, state, page }: MailFilters): MailsList$Params {
  return { ...(search !== '' && { search }), ...(state !== null && { state }), page, size: PAGE_SIZE };
}

export function mailChips({ state }: MailFilters): readonly FilterChip[] {
  const options = STATES.map((each) => ({ value: STATE_SLUGS[each], label: MAIL_STATE_WORDS[each].word }));
  return [{ id: 'etat', label: 'État', options, value: state === null ? null : STATE_SLUGS[state] }];
}

/** "12 courriels en attente", "Aucun courriel abandonné". */
export function mailsTitle({ state, search }: MailFilters, total: number): string {
  const one = state === null ? 'Aucun courriel' : `Aucun courriel ${STATE_PLURALS[state].replace(/s$/, '')}`;
  const many = `${countedRows(total, 'courriel')}${state === null ? '' : ` ${plural(state, total)}`}`;
  return `${total === 0 ? one : many}${search === '' ? '' : ` · « ${search} »`}`;
}

function plural(state: MailState, total: number): string {
  return total === 1 ? STATE_PLURALS[state].replace(/s$/, '') : STATE_PLURALS[state];
}

/** A piece of a mail's text: words, or the address of a page. */
interface MailPiece {
  readonly text: string;
  readonly link: boolean;
}

const ADDRESS = /(https?:\/\/[^\s<>"]+)/;

/** The text of a mail, its addresses told apart so that they can be followed. */
export function mailPieces(body: string): readonly MailPiece[] {
  return body
    .split(ADDRESS)
    .map((text) => ({ text, link: ADDRESS.test(text) }))
    .filter(({ text }) => text !== '');
}

/** Why a mail cannot be read here; empty when its text stands below. */
export function unreadWords({ body, state, recipient }: MailRow): string {
  if (recipient === '')
    return `Son adresse, son objet et son texte ont été effacés : ${termSaid(PERSONAL_DATA.mails.term)}.`;
  if (body === null) return 'Le texte n’est pas montré ici : il porte parfois un lien qui ouvre un compte.';
  return body === '' && state === 'sent'
    ? 'Le texte portait un lien à usage unique : il est effacé depuis l’envoi.'
    : '';
}

/** What happened to a mail that did not leave; empty when nothing did. */
export function triesWords({ tries, state, failure }: MailRow): string {
  if (state === 'sent' || tries === 0 || failure === null) return '';
  const after = state === 'given-up' ? 'Abandonné après' : 'Pas encore parti après';
  return `${after} ${counted(tries, 'essai')}. Réponse du serveur de courriel : ${failure}.`;
}
