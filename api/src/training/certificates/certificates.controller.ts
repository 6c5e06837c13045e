import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../identity/actor.js';
import { CurrentActor } from '../../identity/current-actor.js';
import { inTurn } from '../../platform/bounds/dear-work.js';
import { ClientAddress } from '../../platform/http/client-address.js';
import { IdParam } from '../../platform/http/params.js';
import { Open, Permit } from '../../platform/http/permit.js';
import { CertificateDocuments } from './certificate.documents.js';
import { CertificateCodeParam, CertificateVerdict, OwnCertificates } from './certificates.answers.js';
import { CertificatesQueries } from './certificates.queries.js';

/** One's own certificates, and whether one that was shown is valid. */
@ApiTags('training')
@Controller('training-certificates')
export class CertificatesController {
  constructor(
    private readonly queries: CertificatesQueries,
    private readonly documents: CertificateDocuments,
  ) {}

  @Get()
  @Permit('training-certificates.own')
  @ApiOkResponse({ type: OwnCertificates })
  ownCertificates(@CurrentActor() actor: Actor): Promise<OwnCertificates> {
    return this.queries.own(actor);
  }

  @Get(':id/document')
  @Permit('training-certificates.own')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async certificate(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Res() reply: FastifyReply): Promise<void> {
    const { name, content } = await inTurn('document', actor.accountId, () => this.documents.pdf(actor, id));
    await reply.type('application/pdf').header('content-disposition', `inline; filename="${name}"`).send(content);
  }

  @Get('verify/:code')
  @Open('whoever is shown a certificate has no account')
  @ApiOkResponse({ type: CertificateVerdict })
  verify(@Param() { code }: CertificateCodeParam, @ClientAddress() address: string): Promise<CertificateVerdict> {
    return this.queries.verify(code, address);
  }
}
