import { createHash } from 'node:crypto';
import { answerText, htmlText, type MailHeader } from '@parc/domain';
import { LIMITS } from '../../platform/limits.js';

/** What is read of a mail: nothing of its attachments but how many there are. */
export interface IncomingMail {
  headers: readonly MailHeader[];
  /** The one address that it says to be from; null where it says none, or several. */
  from: string | null;
  subject: string;
  /** What was written above what is answered; may be empty. */
  answer: string;
  attachments: number;
  /** The same for the same mail, delivered twice. */
  hash: Buffer;
}

/** @throws Error where it is no mail */
export async function readMail(source: Buffer): Promise<IncomingMail> {
  const { default: PostalMime, addressParser } = await import('postal-mime');
  const mail = await PostalMime.parse(source, {
    maxNestingDepth: LIMITS.mailIn.nestedParts,
    maxHeadersSize: LIMITS.mailIn.headerBytes,
  });
  const { text = '', html = '', subject = '', messageId } = mail;
  const headers = mail.headers.map(({ key, value }) => ({ key, value }));
  const froms = headers
    .filter(({ key }) => key === 'from')
    .flatMap(({ value }) => addressParser(value, { flatten: true }).map(({ address }) => address));
  return {
    headers,
    from: froms.length === 1 ? (froms[0] ?? null) : null,
    subject,
    // Of both forms the plain one is what its author saw; some programs leave it empty.
    answer: answerText(text.trim() === '' ? htmlText(html) : text),
    // What stands in the text itself is a logo or a smile of the signature.
    attachments: mail.attachments.filter(({ related }) => !related).length,
    hash: createHash('sha256')
      .update(messageId?.trim() ? `id ${messageId.trim()} ${mail.from?.address ?? ''}` : source)
      .digest(),
  };
}
