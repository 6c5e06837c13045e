import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ClientAddress } from '../platform/http/client-address.js';
import { Open, Permit } from '../platform/http/permit.js';
import { OwnAccountAnswer, PasswordLinkAnswer } from './accounts.answers.js';
import {
  AskResetRequest,
  ChangePasswordRequest,
  LinkRequest,
  SetConfirmationCodeRequest,
  UseLinkRequest,
} from './account.dto.js';
import type { Actor } from './actor.js';
import { CredentialLinks } from './credential-links.service.js';
import { CurrentActor } from './current-actor.js';
import { OwnAccountService } from './own-account.service.js';

/**
 * One's own account. These writes carry no repetition key: it is stored with a fast hash of the body, and the body holds a
 * password.
 */
@ApiTags('account')
@Controller('account')
export class OwnAccountController {
  constructor(private readonly account: OwnAccountService) {}

  @Get()
  @Permit('account.self')
  @ApiOkResponse({ type: OwnAccountAnswer })
  describe(@CurrentActor() actor: Actor): Promise<OwnAccountAnswer> {
    return this.account.describe(actor);
  }

  @Put('password')
  @HttpCode(204)
  @Permit('account.self')
  @ApiNoContentResponse()
  changePassword(
    @CurrentActor() actor: Actor,
    @Body() body: ChangePasswordRequest,
    @ClientAddress() address: string,
  ): Promise<void> {
    return this.account.changePassword(actor, body.currentPassword, body.newPassword, address);
  }

  @Put('confirmation-code')
  @HttpCode(204)
  @Permit('confirmation-code.set')
  @ApiNoContentResponse()
  setConfirmationCode(
    @CurrentActor() actor: Actor,
    @Body() body: SetConfirmationCodeRequest,
    @ClientAddress() address: string,
  ): Promise<void> {
    return this.account.setConfirmationCode(actor, body.password, body.code, address);
  }
}

/** Choosing a password by a link received: nobody has signed in yet. */
@ApiTags('account')
@Controller('password-links')
export class PasswordLinksController {
  constructor(private readonly links: CredentialLinks) {}

  /** Always the same answer: it does not tell whether the account exists. */
  @Post()
  @HttpCode(204)
  @Open('who has forgotten a password cannot sign in')
  @ApiNoContentResponse()
  askReset(@Body() body: AskResetRequest, @ClientAddress() address: string): Promise<void> {
    return this.links.askReset(body.email, address);
  }

  @Post('read')
  @HttpCode(200)
  @Open('the link is the credential')
  @ApiOkResponse({ type: PasswordLinkAnswer })
  async read(@Body() body: LinkRequest): Promise<PasswordLinkAnswer> {
    const { kind, name } = await this.links.read(body.token);
    return { kind, name };
  }

  @Post('use')
  @HttpCode(204)
  @Open('the link is the credential')
  @ApiNoContentResponse()
  use(@Body() body: UseLinkRequest, @ClientAddress() address: string): Promise<void> {
    return this.links.use(body.token, body.password, address);
  }
}
