import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { Refused, type FieldProblem } from './refused.js';

/** Unknown fields are refused, so that nobody assigns what the form does not offer. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) =>
      new Refused('request.invalid', { fields: errors.flatMap((error) => fieldProblems(error)) }),
  });
}

function fieldProblems(error: ValidationError, path = ''): FieldProblem[] {
  const name = path ? `${path}.${error.property}` : error.property;
  const own = Object.entries(error.constraints ?? {}).map(([code, message]) => ({
    name,
    code,
    message: code === 'whitelistValidation' ? 'Cette réponse n’est pas attendue ici.' : message,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldProblems(child, name))];
}
