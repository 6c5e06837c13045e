import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ClientAddress } from '../../platform/http/client-address.js';
import { Open } from '../../platform/http/permit.js';
import { SurveyAnswerRequest, SurveyReadRequest, SurveySheet } from './survey.answers.js';
import { SurveysService } from './surveys.service.js';

/** What those who came think of a session, by the address of a mail. The secret stands in the body: no journal keeps a body. */
@ApiTags('training')
@Controller('training-surveys')
export class SurveysController {
  constructor(private readonly surveys: SurveysService) {}

  @Post('read')
  @HttpCode(200)
  @Open('the address of the mail is the credential')
  @ApiOkResponse({ type: SurveySheet })
  read(@Body() { token }: SurveyReadRequest, @ClientAddress() address: string): Promise<SurveySheet> {
    return this.surveys.read(token, address);
  }

  @Post('answer')
  @HttpCode(200)
  @Open('the address of the mail is the credential')
  @ApiOkResponse({ type: SurveySheet })
  answer(@Body() body: SurveyAnswerRequest, @ClientAddress() address: string): Promise<SurveySheet> {
    return this.surveys.answer(body, address);
  }
}
