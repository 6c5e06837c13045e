import { Global, Module } from '@nestjs/common';
import { MailSender } from './mail.sender.js';
import { ReplyAddresses } from './reply-addresses.js';
import { MailService } from './mail.service.js';

@Global()
@Module({ providers: [MailService, MailSender, ReplyAddresses], exports: [MailService, MailSender, ReplyAddresses] })
export class MailModule {}
