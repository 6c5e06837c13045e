import { Module } from '@nestjs/common';
import { AllocationNotices } from './allocation-notices.service.js';
import { MailsController } from './mails.controller.js';
import { MailsQueries } from './mails.queries.js';
import { NotificationsService } from './notifications.service.js';
import { OrderNoticeQueries } from './order-notice.queries.js';

@Module({
  controllers: [MailsController],
  providers: [AllocationNotices, NotificationsService, OrderNoticeQueries, MailsQueries],
  exports: [AllocationNotices, NotificationsService],
})
export class NotificationsModule {}
