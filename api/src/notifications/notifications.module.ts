import { Module } from '@nestjs/common';
import { MailsController } from './mails.controller.js';
import { MailsQueries } from './mails.queries.js';
import { NotificationsService } from './notifications.service.js';
import { OrderNoticeQueries } from './order-notice.queries.js';

@Module({
  controllers: [MailsController],
  providers: [NotificationsService, OrderNoticeQueries, MailsQueries],
  exports: [NotificationsService],
})
export class NotificationsModule {}
