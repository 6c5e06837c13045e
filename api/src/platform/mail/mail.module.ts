import { Global, Module } from '@nestjs/common';
import { MailSender } from './mail.sender.js';
import { MailService } from './mail.service.js';

@Global()
@Module({ providers: [MailService, MailSender], exports: [MailService, MailSender] })
export class MailModule {}
