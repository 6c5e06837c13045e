/** A header as it came: its name in lower case, and what it says. */
export interface MailHeader {
  readonly key: string;
  readonly value: string;
}

/** Every notice of ours bears it, so that we know our own whatever a server in between rewrites. */
export const OWN_MAIL_HEADER = 'x-parc-ecole';
/** After the @ of the Message-ID of every mail of ours. */
export const OWN_MAIL_DOMAIN = 'parc-ecole';

const BULK = /^\s*(?:bulk|junk|list|auto_reply)\b/i;
const ANY = /\S/;

/** Headers that only machines write, each with what it must say. */
const OF_MACHINES: Readonly<Record<string, RegExp>> = {
  'auto-submitted': /^\s*(?!no\b)\S/i,
  precedence: BULK,
  'x-precedence': BULK,
  'x-autoreply': ANY,
  'x-autorespond': ANY,
  'x-autoresponder': ANY,
  'x-auto-response-suppress': /\b(?:all|oof|autoreply)\b/i,
  'x-loop': ANY,
  'x-failed-recipients': ANY,
  'list-id': ANY,
  'list-unsubscribe': ANY,
  'feedback-id': ANY,
};

/** Where no header says so: what out-of-office notices begin with, in the languages of the plan's mailboxes. */
const AUTOMATIC_SUBJECT =
  /^\s*(?:(?:auto(?:matic)?[ -]?(?:reply|response)|r[ée]ponse automatique|message automatique|absen(?:t|te|ce)\b(?: du bureau)?|out of (?:the )?office|automatische antwort|undeliver(?:able|ed)|delivery status|mail delivery|non remis|échec de (?:la )?remise))/i;

/** Outlook asks to be spared notices of absence by this header in mails that people write themselves. */
const WRITTEN_BY_PEOPLE_TOO = 'x-auto-response-suppress';

/** Did a machine write it? No answer is owed to a machine: two would go on for ever. @param returnPath empty for a bounce */
export function isAutomatic(headers: readonly MailHeader[], subject: string, returnPath: string): boolean {
  if (returnPath === '' || AUTOMATIC_SUBJECT.test(subject)) return true;
  if (headers.some(({ key, value }) => key === 'content-type' && /^\s*multipart\/report\b/i.test(value))) return true;
  return headers.some(({ key, value }) => key !== WRITTEN_BY_PEOPLE_TOO && OF_MACHINES[key]?.test(value));
}

/** Is it one of ours that came back? */
export function isOurOwn(headers: readonly MailHeader[]): boolean {
  return headers.some(
    ({ key, value }) =>
      key === OWN_MAIL_HEADER || (key === 'message-id' && value.trim().toLowerCase().endsWith(`@${OWN_MAIL_DOMAIN}>`)),
  );
}
