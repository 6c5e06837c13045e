import { Injectable } from '@nestjs/common';
import { certificateCodeShown, frenchDay, minutesWords, parisDateOf, parisDateTimeOf } from '@parc/domain';
import type { Actor } from '../../identity/actor.js';
import { renderPdf, type PrintedDocument } from '../../platform/files/pdf.js';
import { MailService } from '../../platform/mail/mail.service.js';
import { CertificatesQueries, type PrintedCertificate } from './certificates.queries.js';

/** The printed certificate; the page of one's certificates says the same. */
@Injectable()
export class CertificateDocuments {
  constructor(
    private readonly certificates: CertificatesQueries,
    private readonly mails: MailService,
  ) {}

  /** @throws Refused object.not-found, training.certificate-revoked */
  async pdf(actor: Actor, id: string): Promise<{ name: string; content: Buffer }> {
    const certificate = await this.certificates.printed(actor, id);
    const address = this.mails.link(`/verifier/${certificateCodeShown(certificate.code)}`);
    return {
      name: `attestation-${certificate.number}.pdf`,
      content: await renderPdf(certificateDocument(certificate, address)),
    };
  }
}

function certificateDocument(certificate: PrintedCertificate, address: string): PrintedDocument {
  const { number, name, schoolName, moduleTitle, sessionNumber, trainerName, minutes, issuedAt, dates } = certificate;
  return {
    template: 'training/certificates/certificate.typ',
    title: `Attestation de présence ${number}`,
    at: issuedAt,
    data: {
      ...{ name, address, school: schoolName, module: moduleTitle, session: sessionNumber, trainer: trainerName },
      total: minutesWords(minutes),
      issued: frenchDay(parisDateOf(issuedAt), 0),
      dates: dates.map(halfDayWords),
    },
  };
}

function halfDayWords({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string {
  const time = (instant: string) => parisDateTimeOf(new Date(instant)).time.replace(':', '\u00a0h\u00a0');
  return `${frenchDay(parisDateOf(new Date(startsAt)), 0)}, de ${time(startsAt)} à ${time(endsAt)}`;
}
