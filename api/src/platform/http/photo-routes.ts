import { applyDecorators, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { UseInterceptors } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  type ApiBodyOptions,
  ApiConsumes,
  ApiCreatedResponse,
  ApiHeader,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Observable, tap } from 'rxjs';
import { PhotoPartAnswer, UploadedAnswer } from '../files/photo.answers.js';

/** What a route that takes a picture documents. */
export const PHOTO_BODY: ApiBodyOptions = {
  schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
};

/** 202 while a photo is not whole. */
class PartsAccepted implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(tap((taken: object) => 'receivedBytes' in taken && void reply.status(202)));
  }
}

/** Documents a route on which an announced photo comes, whole or in parts, and answers by how much of it is here. */
export function TakesPhoto(): MethodDecorator {
  return applyDecorators(
    UseInterceptors(new PartsAccepted()),
    ApiConsumes('multipart/form-data'),
    ApiBody(PHOTO_BODY),
    ApiHeader({
      name: 'Content-Range',
      required: false,
      description: 'The file is a part of what was announced: `bytes 65536-131071/251904`',
    }),
    ApiCreatedResponse({ type: UploadedAnswer }),
    ApiAcceptedResponse({ type: PhotoPartAnswer }),
  );
}

/** A kept picture, as an image and as nothing else. */
export async function sendPhoto(reply: FastifyReply, content: Buffer): Promise<void> {
  await reply
    .type('image/webp')
    .header('content-disposition', 'inline')
    .header('content-security-policy', "default-src 'none'")
    .send(content);
}
