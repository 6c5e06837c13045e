import { Module } from '@nestjs/common';
import { FreeTextsController } from './free-texts.controller.js';
import { FreeTextsService } from './free-texts.service.js';

@Module({
  controllers: [FreeTextsController],
  providers: [FreeTextsService],
})
export class PersonalDataModule {}
