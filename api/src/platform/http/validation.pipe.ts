import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { LIMITS } from '../limits.js';
import { Refused, type FieldProblem } from './refused.js';

/** Unknown fields are refused, so that nobody assigns what the form does not offer. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => new Refused('request.invalid', { fields: firstProblems(errors) }),
  });
}

/** No more than a person corrects at once, whatever was sent. */
function firstProblems(errors: readonly ValidationError[]): FieldProblem[] {
  const first: FieldProblem[] = [];
  for (const problem of problemsOf(errors)) {
    if (first.length >= LIMITS.fieldProblems) break;
    first.push(problem);
  }
  return first;
}

function* problemsOf(errors: readonly ValidationError[], path = ''): Generator<FieldProblem> {
  for (const { property, constraints = {}, children = [] } of errors) {
    const name = path ? `${path}.${property}` : property;
    for (const [code, message] of Object.entries(constraints))
      yield { name, code, message: code === 'whitelistValidation' ? 'Cette réponse n’est pas attendue ici.' : message };
    yield* problemsOf(children, name);
  }
}
