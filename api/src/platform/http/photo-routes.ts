import type { ApiBodyOptions } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

/** What a route that takes a picture documents. */
export const PHOTO_BODY: ApiBodyOptions = {
  schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
};

/** A kept picture, as an image and as nothing else. */
export async function sendPhoto(reply: FastifyReply, content: Buffer): Promise<void> {
  await reply
    .type('image/webp')
    .header('content-disposition', 'inline')
    .header('content-security-policy', "default-src 'none'")
    .send(content);
}
